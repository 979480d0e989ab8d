/** Upper bounds of the histogram, seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

type Timed = { buckets: number[]; sum: number; count: number }

/** A figure read when somebody asks. */
export type Gauge = { name: string; help: string; value: number }

/** Counts requests by endpoint and outcome and how long they took, and writes them in Prometheus' text format, version 0.0.4. */
export class Metrics {
  readonly #requests = new Map<string, number>()
  readonly #times = new Map<string, Timed>()

  /** `key` is the endpoint as the contract names it, so that no id of anybody gets into a label. */
  observe(key: string, status: number, seconds: number): void {
    const [method = '', path = ''] = key.split(' ')
    const labels = `method="${method}",path="${path}"`
    const counted = `${labels},status="${status}"`
    this.#requests.set(counted, (this.#requests.get(counted) ?? 0) + 1)
    const timed = this.#times.get(labels) ?? { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 }
    timed.sum += seconds
    timed.count += 1
    BOUNDS.forEach((bound, place) => {
      if (seconds <= bound) timed.buckets[place] = (timed.buckets[place] ?? 0) + 1
    })
    this.#times.set(labels, timed)
  }

  text(gauges: readonly Gauge[]): string {
    const lines = [
      '# HELP weixi_requests_total Requests answered, by endpoint and status.',
      '# TYPE weixi_requests_total counter',
      ...[...this.#requests].map(([labels, count]) => `weixi_requests_total{${labels}} ${count}`),
      '# HELP weixi_request_seconds How long answering took.',
      '# TYPE weixi_request_seconds histogram',
      ...[...this.#times].flatMap(([labels, { buckets, sum, count }]) => [
        ...BOUNDS.map((bound, place) => `weixi_request_seconds_bucket{${labels},le="${bound}"} ${buckets[place] ?? 0}`),
        `weixi_request_seconds_bucket{${labels},le="+Inf"} ${count}`,
        `weixi_request_seconds_sum{${labels}} ${sum}`,
        `weixi_request_seconds_count{${labels}} ${count}`,
      ]),
      ...gauges.flatMap(({ name, help, value }) => [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} gauge`,
        `${name} ${value}`,
      ]),
    ]
    return `${lines.join('\n')}\n`
  }
}
