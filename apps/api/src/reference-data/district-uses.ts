import { Injectable } from '@nestjs/common';
import type { DistrictId } from '@stadtteilstimme/domain';

/** Answers which of the given districts are in use somewhere. */
export type FindDistrictsInUse = (districtIds: readonly DistrictId[]) => Promise<readonly DistrictId[]>;

/**
 * Who keeps something about districts says so here when it starts, so that the master data need not know who that is.
 * Asked before a district may be removed.
 */
@Injectable()
export class DistrictUses {
  private readonly finders: FindDistrictsInUse[] = [];

  register(finder: FindDistrictsInUse): void {
    this.finders.push(finder);
  }

  async among(districtIds: readonly DistrictId[]): Promise<readonly DistrictId[]> {
    const found = await Promise.all(this.finders.map((find) => find(districtIds)));
    return [...new Set(found.flat())];
  }
}
