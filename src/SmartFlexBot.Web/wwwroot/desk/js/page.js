import { leaveWithOthers } from './idle.js';
import { keepTimes } from './times.js';

keepTimes();
leaveWithOthers();
