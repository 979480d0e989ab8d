import fc from 'fast-check'

/** Properties are tried with the same chance in every run, so that what fails, fails again; `WEIXI_FUZZ_SEED` tries others. */
fc.configureGlobal({ seed: Number(process.env['WEIXI_FUZZ_SEED'] ?? 20_261_123) })
