const STYLE_ID = 'survey-styles';

/**
 * Loads the survey's own style sheet, which the first screen does not need. Resolves also when it cannot be loaded: plain answers are
 * better than none.
 */
export function loadSurveyStyles(page: Document): Promise<void> {
  if (page.getElementById(STYLE_ID) !== null) return Promise.resolve();
  const link = page.createElement('link');
  link.id = STYLE_ID;
  link.rel = 'stylesheet';
  link.href = 'survey.css';
  return new Promise((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      resolve();
    });
    page.head.append(link);
  });
}
