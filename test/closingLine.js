/** Ends the output with one line that anyone can read: `12 passed, 0 failed, 1 skipped`. */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = results
    // A suite that could not run has no failing test, and must not look like a success.
    const lost = testResults.filter((suite) => suite.testExecError && suite.numFailingTests === 0)
    const failed = numFailedTests + lost.length + (results.runExecError ? 1 : 0)
    const skipped = numPendingTests + numTodoTests
    // Jest's own summary comes after every reporter, whatever their order.
    process.once('exit', () => {
      process.stdout.write(`${numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`)
    })
  }
}
