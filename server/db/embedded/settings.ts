/** What the settings are sized from. Memory in bytes. */
export type Machine = { memory: number; processors: number; sharedMemoryFree: number }

const MB = 1024 * 1024

/** Connections beside the application's: command lines at work, the supervisor's own, and those kept for the superuser. */
const BESIDE_THE_APPLICATION = 20

/**
 * PostgreSQL's settings for this machine, as `name=value`. Weixi and PostgreSQL share the machine, so PostgreSQL plans
 * on about half of it. `durable: false` is for throw-away test databases only.
 */
export const settingsFor = (machine: Machine, connections: number, durable: boolean): string[] => {
  const megabytes = (share: number, least: number, most: number): string =>
    `${Math.round(Math.min(most, Math.max(least, (machine.memory * share) / MB)))}MB`
  return [
    `max_connections=${connections + BESIDE_THE_APPLICATION}`,
    `shared_buffers=${megabytes(1 / 6, 48, 4096)}`,
    `effective_cache_size=${megabytes(1 / 2, 128, 1_048_576)}`,
    `work_mem=${megabytes(1 / 250, 4, 128)}`,
    `maintenance_work_mem=${megabytes(1 / 20, 32, 1024)}`,
    `max_wal_size=${megabytes(1 / 6, 256, 4096)}`,
    'wal_compression=on',
    `max_worker_processes=${machine.processors + 8}`,
    `max_parallel_workers=${machine.processors}`,
    `max_parallel_workers_per_gather=${Math.min(4, Math.ceil(machine.processors / 2))}`,
    'random_page_cost=1.1',
    'jit=off',
    // Containers give /dev/shm 64 MB by default, and a parallel sort that outgrows it fails the query.
    `dynamic_shared_memory_type=${machine.sharedMemoryFree >= 256 * MB ? 'posix' : 'mmap'}`,
    `fsync=${durable ? 'on' : 'off'}`,
    `synchronous_commit=${durable ? 'on' : 'off'}`,
    `full_page_writes=${durable ? 'on' : 'off'}`,
    'timezone=UTC',
    'log_timezone=UTC',
    'datestyle=ISO',
    // Failed statements quote customers' data; the application reports them without it.
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_checkpoints=off',
  ]
}
