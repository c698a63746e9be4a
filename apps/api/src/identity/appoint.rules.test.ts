import type { Grant } from '@chophien/contracts';
import { expect, test } from 'vitest';
import { judgeAppointment, judgeEnding } from './appoint.rules.ts';

const operator: Grant[] = [{ role: 'operator' }];
const province: Grant[] = [{ role: 'province-officer', province: '24' }];
const commune: Grant[] = [{ role: 'commune-officer', commune: '07330' }];
const here = { commune: '07330', province: '24' };
const there = { commune: '30076', province: '82' };

test('each appoints the next, in her own area', () => {
  expect(judgeAppointment(operator, 'province-officer', { province: '82' })).toBeUndefined();
  expect(judgeAppointment(province, 'commune-officer', here)).toBeUndefined();
  expect(judgeAppointment(commune, 'helper', here)).toBeUndefined();
});

test('nobody appoints beyond her area', () => {
  expect(judgeAppointment(province, 'commune-officer', there)).toBe('area');
  expect(judgeAppointment(province, 'moderator', { province: '82' })).toBe('area');
  expect(judgeAppointment(commune, 'helper', { commune: '07333', province: '24' })).toBe('area');
});

test('nobody appoints her equal or her superior, nor leaves a step out', () => {
  expect(judgeAppointment(province, 'province-officer', { province: '24' })).toBe('rank');
  expect(judgeAppointment(commune, 'commune-officer', here)).toBe('rank');
  expect(judgeAppointment(commune, 'operator', {})).toBe('rank');
  expect(judgeAppointment(operator, 'helper', here)).toBe('rank');
  expect(judgeAppointment([], 'helper', here)).toBe('rank');
  expect(judgeAppointment([{ role: 'helper', commune: '07330' }], 'helper', here)).toBe('rank');
});

test('a role is ended by whoever gives it, or stands above her, there', () => {
  expect(judgeEnding(province, 'helper', here)).toBeUndefined();
  expect(judgeEnding(operator, 'helper', there)).toBeUndefined();
  expect(judgeEnding(province, 'helper', there)).toBe('area');
  expect(judgeEnding(commune, 'province-officer', { province: '24' })).toBe('rank');
  expect(judgeEnding(province, 'producer', here)).toBe('rank');
});
