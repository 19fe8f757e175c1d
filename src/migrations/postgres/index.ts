import * as migration_20261121_020328_initial from './20261121_020328_initial';

export const migrations = [
  {
    up: migration_20261121_020328_initial.up,
    down: migration_20261121_020328_initial.down,
    name: '20261121_020328_initial'
  },
];
