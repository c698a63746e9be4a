import { AnswerInField } from './field-answer.ts';
import { ApplyEntry } from './field-apply.ts';
import { AskFieldConsent } from './field-code.ts';
import { TakeConsent } from './field-consent.ts';
import { EnterFromField } from './field-enter.ts';
import { FinishHandOver, StartHandOver } from './field-hand-over.ts';
import { FieldPlace } from './field-place.ts';
import { ConsentProof } from './field-proof.ts';
import { SendFieldEntry } from './field-send.ts';
import { HandInSlip } from './field-slip.ts';
import { FieldViews } from './field-views.ts';
import { VisitFromField } from './field-visit.ts';
import { FieldController } from './field.controller.ts';
import './field.entity.ts';
import { FieldQueries } from './field.queries.ts';

/** The helper in the field, for the module. */
export const fieldControllers = [FieldController];
export const fieldActs = [
  AnswerInField,
  ApplyEntry,
  AskFieldConsent,
  ConsentProof,
  EnterFromField,
  FieldPlace,
  FieldQueries,
  FieldViews,
  FinishHandOver,
  HandInSlip,
  SendFieldEntry,
  StartHandOver,
  TakeConsent,
  VisitFromField,
];
