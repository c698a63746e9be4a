import {
  addServiceDate,
  bookPlaces,
  cancelServiceDate,
  type InputOf,
  listServiceDates,
  unbookPlaces,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { AddServiceDate } from './add-service-date.ts';
import { BookPlaces } from './book-places.ts';
import { CancelServiceDate } from './cancel-service-date.ts';
import { ServiceDateQueries, type ServiceDates } from './service-date.queries.ts';

@Controller()
export class ServiceDatesController {
  constructor(
    private readonly dates: ServiceDateQueries,
    private readonly add: AddServiceDate,
    private readonly cancel: CancelServiceDate,
    private readonly book: BookPlaces,
  ) {}

  @Serves(listServiceDates)
  listServiceDates(@Me() actor: Actor, @Input() { params }: InputOf<typeof listServiceDates>): Promise<ServiceDates> {
    return this.dates.of(actor, params.id);
  }

  @Serves(addServiceDate)
  addServiceDate(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof addServiceDate>): Promise<ServiceDates> {
    return this.add.run(actor, params.id, body);
  }

  @Serves(cancelServiceDate)
  cancelServiceDate(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof cancelServiceDate>,
  ): Promise<ServiceDates> {
    return this.cancel.run(actor, params.id, params.date, body.reason);
  }

  @Serves(bookPlaces)
  bookPlaces(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof bookPlaces>): Promise<ServiceDates> {
    return this.book.run(actor, params.id, params.date, body);
  }

  @Serves(unbookPlaces)
  unbookPlaces(@Me() actor: Actor, @Input() { params }: InputOf<typeof unbookPlaces>): Promise<ServiceDates> {
    return this.book.undo(actor, params.id, params.date, params.booking);
  }
}
