import * as migration_20261121_014021_initial from './20261121_014021_initial';

export const migrations = [
  {
    up: migration_20261121_014021_initial.up,
    down: migration_20261121_014021_initial.down,
    name: '20261121_014021_initial'
  },
];
