/**
 * A logger is switched on when the box is packed, and our dispatch may be entered late: so long before the dispatch its
 * readings are the parcel's too, unless it rode with another one then.
 */
export const beforeDispatch = '6 hours';

/** For a row `assignment`: from when on readings are its parcel's. What was measured at a hand-over was the earlier one's. */
export const readFrom = `greatest(
  assignment.began_at - interval '${beforeDispatch}',
  (select max(earlier.ended_at) + interval '1 millisecond' from coldchain.assignment earlier
   where earlier.device = assignment.device and earlier.ended_at <= assignment.began_at)
)`;
