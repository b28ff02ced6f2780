import { bootstrapApplication } from '@angular/platform-browser';

import { App } from './app/app';
import { appConfig } from './app/app.config';

// A failed start is an unhandled rejection: the browser reports it, and there is nobody else to tell.
void bootstrapApplication(App, appConfig);
