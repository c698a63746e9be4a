import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const ours = '@chophien/source';

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), reactRouter()],
  // Each build is another one to a phone that keeps pages of ours.
  define: { 'import.meta.env.BUILD': JSON.stringify(Date.now().toString(36)) },
  resolve: { conditions: [ours, 'module', 'browser', 'production'] },
  // The built server is one file with everything in it: it starts fast, and needs no build of the workspace before.
  ssr: {
    noExternal: command === 'build' ? true : [/^@chophien\//],
    resolve: { conditions: [ours, 'module', 'node', 'production'] },
  },
  // Every page links the one file of styles; nothing is small enough to go into the page itself.
  build: { assetsInlineLimit: 0 },
  // While developing the framework's server answers; pictures come from the API as they do from our own server.
  server: {
    proxy: {
      '^/anh/[a-f0-9]{32}-': { target: process.env.API_URL, rewrite: (path) => path.replace(/^\/anh/, '/media') },
      '^/anh/': { target: process.env.API_URL, rewrite: (path) => path.replace(/^\/anh/, '/drawn') },
    },
  },
  environments: { ssr: { build: { rollupOptions: { input: './app/server.ts' } } } },
}));
