export { ComplaintsModule } from './complaints.module.ts';
export { Complaints } from './complaints.ts';
export { EscalateComplaints } from './escalate-complaints.ts';
