import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, type MatDialog, MatDialogModule } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

export interface ConfirmQuestion {
  readonly heading: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** Asks before something that cannot be taken back. */
@Component({
  selector: 'app-confirm-dialog',
  imports: [MatDialogModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ question.heading }}</h2>
    <mat-dialog-content><p>{{ question.text }}</p></mat-dialog-content>
    <mat-dialog-actions align="start">
      <div class="actions">
        <button type="button" class="button" [mat-dialog-close]="true">{{ question.yes }}</button>
        <button type="button" class="button button--quiet" [mat-dialog-close]="false" cdkFocusInitial>{{ question.no }}</button>
      </div>
    </mat-dialog-actions>
  `,
  styles: `.actions { margin-block-start: var(--st-3); }`,
})
export class ConfirmDialog {
  protected readonly question = inject<ConfirmQuestion>(MAT_DIALOG_DATA);
}

/** Resolves to true only for an explicit yes; Escape and a click beside count as no. */
export async function confirmed(dialog: MatDialog, question: ConfirmQuestion): Promise<boolean> {
  const answer = await firstValueFrom(dialog.open<ConfirmDialog, ConfirmQuestion, boolean>(ConfirmDialog, { data: question, maxWidth: '34rem' }).afterClosed());
  return answer === true;
}
