import { Injectable } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Clock } from './time.ts';
@Injectable() class A { n = 1 }
@Injectable() class B { constructor(readonly a: A) {} }
const t0 = performance.now();
const { db } = await freshDatabase();
console.log('fresh', performance.now() - t0);
test('probe', async () => {
  expect(Reflect.getMetadata('design:paramtypes', B)).toEqual([A]);
  const m = await Test.createTestingModule({ providers: [A, B] }).compile();
  expect(m.get(B).a.n).toBe(1);
  expect((await db.query('select count(*) from platform.event'))[0].count).toBe(0);
  expect(Clock).toBeDefined();
});
