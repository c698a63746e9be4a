import { type InputOf, listParcelNotes, type OrderNote, writeOrderNote, writeParcelNote } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { WriteNote } from './write-note.ts';

@Controller()
export class NotesController {
  constructor(private readonly notes: WriteNote) {}

  @Serves(writeOrderNote)
  writeOrderNote(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof writeOrderNote>): Promise<OrderNote> {
    return this.notes.buyer(actor, params, body);
  }

  @Serves(listParcelNotes)
  listParcelNotes(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof listParcelNotes>,
  ): Promise<{ items: OrderNote[]; open: boolean }> {
    return this.notes.ofParcel(actor, params.id);
  }

  @Serves(writeParcelNote)
  writeParcelNote(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof writeParcelNote>): Promise<OrderNote> {
    return this.notes.producer(actor, params, body.text);
  }
}
