import { Inject, Injectable } from '@nestjs/common';
import type { Installation } from '@stadtteilstimme/domain';
import { ManageStaff } from '../accounts/index.js';
import { DEMO_STAFF } from '../demo/index.js';
import { CONFIGURATION, type Configuration } from '../platform/config/index.js';
import { Taxonomies } from '../reference-data/index.js';

/** What both apps must know before anybody signs in. */
@Injectable()
export class DescribeInstallation {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly manageStaff: ManageStaff,
    private readonly taxonomies: Taxonomies,
  ) {}

  async run(): Promise<Installation> {
    const { demo } = this.configuration;
    const { taxonomy } = await this.taxonomies.newest();
    return {
      cityName: taxonomy.cityName,
      demo,
      setupNeeded: !(await this.manageStaff.anyone()),
      demoSignIns: demo ? DEMO_STAFF.map(({ email, password, role }) => ({ email, password, role })) : [],
    };
  }
}
