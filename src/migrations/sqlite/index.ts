import * as migration_20261121_125001_initial from './20261121_125001_initial';
import * as migration_20261125_155929_rate_windows from './20261125_155929_rate_windows';
import * as migration_20261125_165716_order_lines from './20261125_165716_order_lines';

export const migrations = [
  {
    up: migration_20261121_125001_initial.up,
    down: migration_20261121_125001_initial.down,
    name: '20261121_125001_initial',
  },
  {
    up: migration_20261125_155929_rate_windows.up,
    down: migration_20261125_155929_rate_windows.down,
    name: '20261125_155929_rate_windows',
  },
  {
    up: migration_20261125_165716_order_lines.up,
    down: migration_20261125_165716_order_lines.down,
    name: '20261125_165716_order_lines'
  },
];
