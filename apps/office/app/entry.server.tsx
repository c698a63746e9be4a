export { renderPage as default, reportFault as handleError } from '@chophien/site/render';
