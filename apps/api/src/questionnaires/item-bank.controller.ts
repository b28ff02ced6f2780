import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ItemBank, Wording } from '@stadtteilstimme/domain';
import { Requires } from '../platform/access/index.js';
import { ItemBankDto, WordingChangeDto, WordingDto } from './item-bank.dto.js';
import { ReadItemBank } from './read-item-bank.js';
import { SaveWording } from './save-wording.js';

@ApiTags('item bank')
@Controller('item-bank')
export class ItemBankController {
  constructor(
    private readonly readItemBank: ReadItemBank,
    private readonly saveWording: SaveWording,
  ) {}

  @Get()
  @Requires('read item-bank')
  @ApiOkResponse({ type: ItemBankDto })
  read(): Promise<ItemBank> {
    return this.readItemBank.run();
  }

  @Put('items/:itemId/wordings/:language')
  @Requires('change item-bank')
  @ApiOkResponse({ type: WordingDto })
  save(@Param('itemId') itemId: string, @Param('language') language: string, @Body() wording: WordingChangeDto): Promise<Wording> {
    return this.saveWording.run(itemId, language, wording);
  }
}
