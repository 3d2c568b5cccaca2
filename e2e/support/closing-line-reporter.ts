import type { Reporter, TestModule } from 'vitest/node'

/** Ends every run with one plain line, `N passed, N failed, N skipped`, for people and machines that read only that. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
    for (const module of modules) {
      let tests = 0
      for (const test of module.children.allTests()) {
        tests += 1
        const { state } = test.result()
        count[state === 'pending' ? 'failed' : state] += 1
      }
      // A file that could not be loaded has no tests to count, and yet something failed.
      if (module.state() === 'failed' && tests === 0) count.failed += 1
    }
    // After the default reporter's summary, which is printed in the same tick.
    process.on('exit', () => {
      process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`)
    })
  }
}
