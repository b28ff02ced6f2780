export { DemoModule } from './demo.module.js';
export { DEMO_STAFF } from './demo-staff.js';
export { SeedExampleAnswers } from './seed-example-answers.js';
