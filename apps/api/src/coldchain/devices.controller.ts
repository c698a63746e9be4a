import { type InputOf, type ResultOf, registerDevice, revokeDevice, takeReadings } from '@chophien/contracts';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, RawBody, Serves } from '../platform/serves.ts';
import { RegisterDevice } from './register-device.ts';
import { RevokeDevice } from './revoke-device.ts';
import { TakeReadings } from './take-readings.ts';

@Controller()
export class DevicesController {
  constructor(
    private readonly take: TakeReadings,
    private readonly register: RegisterDevice,
    private readonly revoke: RevokeDevice,
  ) {}

  @Serves(takeReadings)
  takeReadings(
    @Req() request: FastifyRequest,
    @RawBody() raw: Buffer,
    @Input() { body }: InputOf<typeof takeReadings>,
  ): Promise<ResultOf<typeof takeReadings>> {
    return this.take.run(request.headers, body, raw);
  }

  @Serves(registerDevice)
  registerDevice(
    @Me() actor: Actor,
    @Input() { body }: InputOf<typeof registerDevice>,
  ): Promise<ResultOf<typeof registerDevice>> {
    return this.register.run(actor, body);
  }

  @Serves(revokeDevice)
  revokeDevice(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof revokeDevice>,
  ): Promise<ResultOf<typeof revokeDevice>> {
    return this.revoke.run(actor, params.deviceId, body.reason);
  }
}
