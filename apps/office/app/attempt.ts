import { Problem } from '@chophien/contracts';
import { type FieldSentences, type Refusal, refusalOf } from '@chophien/ui';
import { data } from 'react-router';

interface FormWords {
  /** What to do about each field, by its name in the form. */
  sentences?: FieldSentences;
  /** Where the contract's names differ from the form's. */
  fieldOf?: (field: string) => string;
}

/** Runs what a form asks for. A refusal becomes the form again, with what was typed; anything else is a fault. */
export const attempt = async <T>(form: FormData, act: () => Promise<T>, { sentences, fieldOf }: FormWords = {}) => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return data<Refusal>(refusalOf(error, form, sentences, fieldOf), { status: error.status });
  }
};

/** The refusal, if it was this form of several on the page that was refused. */
export const ofForm = (refusal: Refusal | undefined, go: string): Refusal | undefined =>
  refusal?.typed.go === go ? refusal : undefined;
