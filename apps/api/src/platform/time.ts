import { Injectable } from '@nestjs/common';

/** The time of the business. Injected, so that a test can live through a year; SQL never asks for it by itself. */
export abstract class Clock {
  abstract now(): Date;
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
