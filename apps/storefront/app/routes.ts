import { index, type RouteConfig } from '@react-router/dev/routes';

export default [index('shop/home.tsx')] satisfies RouteConfig;
