import { ManageStaff } from '../accounts/index.js';
import { DEMO_STAFF } from '../demo/index.js';
import type { Configuration } from '../platform/config/index.js';
import type { RunningService } from './start.js';

/** Tells the operator where everything is; ends with the word "ready". */
export async function announce(service: RunningService, configuration: Configuration): Promise<void> {
  const { publicUrl, demo } = configuration;
  const lines = ['', 'Stadtteilstimme', `  Umfragen        ${publicUrl}/`, `  Verwaltung      ${publicUrl}/admin/`, `  Schnittstelle   ${publicUrl}/api/docs`];
  if (service.note !== null) lines.push('', service.note);
  if (demo) {
    lines.push('', 'Beispielstadt mit synthetischen Antworten. Anmeldungen:');
    for (const { email, password, role } of DEMO_STAFF) lines.push(`  ${role.padEnd(15)} ${email.padEnd(27)} ${password}`);
  } else if (!(await service.app.get(ManageStaff).anyone())) {
    const token = await service.app.get(ManageStaff).makeSetupToken();
    lines.push('', 'Es gibt noch kein Konto. Dieser Link legt einmalig die erste Verwaltung an:', `  ${publicUrl}/admin/einrichtung?token=${token}`);
  }
  lines.push('', 'ready');
  console.log(lines.join('\n'));
}
