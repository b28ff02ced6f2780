/** Import rules inside and between packages; `turbo boundaries` guards the package graph itself. */
const spec = '\\.spec\\.ts$';
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: { path: '^(apps|packages)/' }, to: { circular: true, viaOnly: { pathNot: '\\.entity\\.ts$' } } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'packages/domain knows no framework and no I/O; only distribution functions from outside.',
      from: { path: '^packages/domain/src', pathNot: spec },
      to: { pathNot: '^packages/domain/src|(^|/)node_modules/@stdlib/' },
    },
    {
      name: 'questionnaire-knows-survey-core-only',
      severity: 'error',
      from: { path: '^packages/questionnaire/src', pathNot: spec },
      to: { pathNot: '^packages/(questionnaire|domain)/|(^|/)node_modules/(survey-core|intl-messageformat|@formatjs)/' },
    },
    {
      name: 'ui-knows-no-http-no-survey',
      severity: 'error',
      from: { path: '^packages/ui/src' },
      to: { path: '@angular/common/(http|fesm2022/http|types/http)|@angular/router|survey-core|survey-angular-ui|^packages/questionnaire|^apps/' },
    },
    {
      name: 'package-entry-only',
      severity: 'error',
      from: { path: '^(apps|packages|tests)/([^/]+)/' },
      to: { path: '^packages/([^/]+)/(src|dist)/(?!(index|testing)\\.(ts|js|d\\.ts)$)', pathNot: '^packages/$2/' },
    },
    { name: 'no-app-to-app', severity: 'error', from: { path: '^apps/([^/]+)/' }, to: { path: '^apps/', pathNot: '^apps/$1/' } },
    { name: 'no-package-to-app', severity: 'error', from: { path: '^packages/' }, to: { path: '^apps/' } },
    { name: 'controller-not-repository', severity: 'error', from: { path: '\\.controller\\.ts$' }, to: { path: '\\.(repository|entity)\\.ts$' } },
    { name: 'repository-looks-down', severity: 'error', from: { path: '\\.(repository|entity)\\.ts$' }, to: { path: '\\.(controller|module|dto)\\.ts$' } },
    {
      name: 'feature-entry-only',
      severity: 'error',
      comment: 'A slice enters another only by its index.ts.',
      from: { path: '^apps/api/src/([^/]+)/', pathNot: spec },
      to: { path: '^apps/api/src/([^/]+)/(?!index\\.ts$)', pathNot: '^apps/api/src/($1|platform)/' },
    },
    {
      name: 'platform-entry-only',
      severity: 'error',
      from: { path: '^apps/api/src/(?!platform/)', pathNot: spec },
      to: { path: '^apps/api/src/platform/[^/]+/(?!index\\.ts$|configuration\\.ts$)' },
    },
    { name: 'platform-knows-no-slice', severity: 'error', from: { path: '^apps/api/src/platform/' }, to: { path: '^apps/api/src/(?!platform/)' } },
    {
      name: 'survey-host-fence',
      severity: 'error',
      comment: 'survey-core and survey-angular-ui stay behind survey-host, so that the first screen never waits for them.',
      from: { path: '^apps/survey/src/', pathNot: '^apps/survey/src/app/survey-host/' },
      to: { path: 'survey-core|survey-angular-ui', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'http-only-in-backend',
      severity: 'error',
      from: { path: '^apps/(admin|survey)/src/', pathNot: '/backend/|app\\.config\\.ts$|\\.spec\\.ts$' },
      to: { path: '@angular/common/(http|fesm2022/http|types/http)' },
    },
    { name: 'api-no-angular', severity: 'error', from: { path: '^apps/api/' }, to: { path: '@angular/' } },
    { name: 'front-ends-no-nest', severity: 'error', from: { path: '^apps/(admin|survey)/|^packages/' }, to: { path: '@nestjs/|typeorm' } },
    { name: 'nobody-imports-tests', severity: 'error', from: { path: '^(apps|packages)/' }, to: { path: '^tests/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '(^|/)(dist|coverage|\\.angular|data)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
    tsConfig: { fileName: 'tsconfig.base.json' },
  },
};
