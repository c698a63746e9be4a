import { AssignHelper } from './board-assign.ts';
import { ForgetHousehold } from './board-erase.ts';
import { FollowHouseholds } from './board-follow.ts';
import { HandCaseloadOver } from './board-hand-over.ts';
import { FollowPlaces } from './board-places.ts';
import { RebuildBoard } from './board-rebuild.ts';
import { RefreshBoard } from './board-refresh.ts';
import { BoardController } from './board.controller.ts';
import './board.entity.ts';
import { BoardQueries } from './board.queries.ts';
import { CheckImport } from './import-check.ts';
import { DecideImport } from './import-decide.ts';
import { EnterImport } from './import-enter.ts';
import { ImportFiles } from './import-files.ts';
import { ForgetImports } from './import-forget.ts';
import { PutImport } from './import-put.ts';
import { ReadImport } from './import-read.ts';
import { ImportSheets } from './import-retry.ts';
import { UndoImport } from './import-undo.ts';
import { WorkImports } from './import-work.ts';
import './import.entity.ts';
import { ImportQueries } from './import.queries.ts';
import { ImportsController } from './imports.controller.ts';
import { KeepVisit } from './visit-note.ts';

/** The caseload at a desk, for the module. */
export const deskControllers = [BoardController, ImportsController];
export const deskActs = [
  AssignHelper,
  BoardQueries,
  CheckImport,
  DecideImport,
  EnterImport,
  FollowHouseholds,
  FollowPlaces,
  ForgetHousehold,
  ForgetImports,
  HandCaseloadOver,
  ImportFiles,
  ImportQueries,
  ImportSheets,
  KeepVisit,
  PutImport,
  ReadImport,
  RebuildBoard,
  RefreshBoard,
  UndoImport,
  WorkImports,
];
