import { answerItems, Problem, saveAnswers } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { z } from 'zod';
import type { Route } from './+types/keep-answer';
import { answerIn, questionOf } from './questions.ts';

const Sent = z.object({
  id: z.uuid(),
  item: z.enum(answerItems),
  /** How many milliseconds ago it was typed, by the phone's own clock: a clock that is wrong is wrong in both. */
  age: z.coerce
    .number()
    .int()
    .min(0)
    .max(90 * 86_400_000),
});

/**
 * An answer that was kept on a phone while there was no line, sent by its script when there was one again. 204 when it is
 * saved (or a later one stands), 4xx when it can't be taken; never a page.
 */
export async function action({ context, params, request }: Route.ActionArgs): Promise<Response> {
  const form = await request.formData();
  try {
    const { id, item, age } = check(Sent, { id: params.id, item: text(form, 'item'), age: text(form, 'age') });
    const value = answerIn(form, questionOf(item)!);
    const at = new Date(Date.now() - age).toISOString();
    await context.get(visitor).call(saveAnswers, { params: { id }, body: { answers: [{ item, value, at }] } });
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof Problem) return new Response(null, { status: error.status });
    throw error;
  }
}
