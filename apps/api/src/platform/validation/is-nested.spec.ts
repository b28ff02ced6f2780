import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { IsInt, validateSync } from 'class-validator';
import { IsNested } from './is-nested.js';

class Tile {
  @IsInt() column: unknown;
}

class Poster {
  @IsNested(() => Tile) tile: Tile;
}

const accepts = (poster: object): boolean => validateSync(plainToInstance(Poster, poster)).length === 0;

it('takes one object that is as it should be', () => {
  expect(accepts({ tile: { column: 3 } })).toBe(true);
  expect(accepts({ tile: { column: 'a' } })).toBe(false);
});

it.each([[{}], [{ tile: null }], [{ tile: undefined }], [{ tile: [] }], [{ tile: [{ column: 3 }] }], [{ tile: 'a' }]])('refuses %j', (poster) => {
  expect(accepts(poster)).toBe(false);
});
