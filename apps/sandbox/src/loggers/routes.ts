import type { FastifyInstance } from 'fastify';
import { Asked, Refused } from '../asked.ts';
import { sendPage } from '../layout.ts';
import { loggerPage } from './logger.page.ts';
import type { Logger, Play } from './play.ts';
import { defaultLengthMinutes, defaultStepSeconds, defaultTemperatureTarget, traceNames } from './traces.ts';

/** Most readings one play makes: half a year of one every five minutes. */
const mostReadings = 50_000;

/** The logger's page and the address that does the same for a test. */
export function loggerRoutes(app: FastifyInstance, logger: Logger): void {
  app.post('/_control/loggers/play', (request) => logger.play(readPlay(request.body)));

  app.get<{ Querystring: { 'thiet-bi'?: unknown } }>('/nhiet-ke', (request, reply) => {
    const device = request.query['thiet-bi'];
    return sendPage(reply, loggerPage(typeof device === 'string' ? { deviceId: device.slice(0, 100) } : {}));
  });

  app.post('/nhiet-ke', async (request, reply) => {
    try {
      return sendPage(reply, loggerPage({ played: await logger.play(readPlay(request.body)) }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return sendPage(reply, loggerPage({ refused: error.message }), error.statusCode);
    }
  });
}

function readPlay(body: unknown): Play {
  const asked = new Asked(body);
  const play = {
    deviceId: asked.needed('deviceId', 100),
    key: asked.needed('key', 200),
    trace: asked.oneOf('trace', traceNames),
    target: asked.number('target', -80, 60) ?? defaultTemperatureTarget,
    stepSeconds: asked.whole('stepSeconds', 1, 86_400) ?? defaultStepSeconds,
    lengthMinutes: asked.whole('lengthMinutes', 1, 527_040) ?? defaultLengthMinutes,
    startedAt: asked.instant('startedAt'),
    parcel: asked.text('parcel', 100),
  };
  asked.done();
  if (!/^[\x21-\x7e]+$/.test(play.deviceId)) throw new Refused('deviceId', 'letters that fit in a header');
  if (play.trace === undefined) throw new Refused('trace', `one of ${traceNames.join(', ')}`);
  if ((play.lengthMinutes * 60) / play.stepSeconds > mostReadings) {
    throw new Refused('stepSeconds', `at most ${mostReadings} readings in one play`);
  }
  return { ...play, trace: play.trace };
}
