/** Words of a plan: what its README says. */
export const scale = {
  origin: {
    label: 'Counted elsewhere',
    short: 'counted by {engine}',
    shortCut: 'counted by {engine}, pairs of {pairsFrom} or more joint articles',
    long: '{engine} counted {articles} articles of {from}–{to} by the plan {plan}; {sampled} of them are kept here. Shares, Counts, ranks and the pairs told are whole; the articles behind a number are told of those kept alone, and collaboration by reach and intervals are not known.',
    between: ' ',
    cut: 'Pairs with fewer than {pairsFrom} joint articles in all years are not in the results: no total over all partners is told, and sums in networks are of the links drawn.',
  },
  check: {
    files: 'files of the plan are as they were written',
    plan: 'the results are of this plan',
    probe: 'sums beyond 64 bits do not overflow',
    whole: 'each table has the rows and the sum that the engine counted',
    articles: 'there are articles',
    shares: 'Shares and what is not known add up to the articles of each year and subject',
    pairs: 'joint articles are within the Counts of both, and each pair has a score',
    sample: 'Shares and Counts of the sample, counted once more here',
    unread: '{unread} lines of the works are no records that the engine could read: they count nowhere.',
    holds: '{what}: yes ({compared} compared)',
    differs: '{what}: NO ({differences} of {compared}): {named}',
    all: 'The results hold: {articles} articles by {engine}, of them {sampled} counted once more.',
  },
  readme: {
    title: 'Plan of an index, {from}–{to}, for {engine}',
    plan: 'Plan {plan}. It was made without looking at the works: {works}',
    given:
      'It knows {institutions} institutions in {cities} cities. What it does not know is placed by the country that a work gives. Cities are called so that all of these are told apart.',
    journals: 'Articles of the {journals} journals listed count.',
    everyJournal: 'Articles of every journal count.',
    run: 'Run the steps in this folder, in their order:\n\n  {command}\n\nA step can be run again; it makes its tables anew.',
    engines: {
      clickhouse:
        'ClickHouse 25 or newer. Addresses of a bucket are read by every machine of the cluster named; the tables made of them lie on the machine that is asked. With tables of your own as works, columns are named as in OpenAlex’s records and are texts, lists and tuples of texts.',
      duckdb: 'DuckDB 1.4 or newer, on one machine. It spills to its disk what does not fit its memory.',
      spark:
        'Spark 4 or newer with ANSI mode, or Databricks. Paths are those of its file system: put this folder where every executor can read it.',
    },
    shards:
      'The figures are made in {shards} passes, each over the articles whose number leaves one remainder. More passes take less memory; no figure depends on their number.',
    results:
      'The results come into the folder “results”: articles of the index (totals), Counts (counts), how many parts of each denominator make up a Share (shares) or a bilateral collaboration score (scores), joint articles of pairs with at least {pairsFrom} in all years together (pairs), parts of authors without an affiliation (unaffiliated), where affiliations lie (nodes), one article in {sampleOf} whole (sample, sampled), and checks.',
    exact:
      'A Share is the sum of parts / denominator over the rows of one entity, year and subject. Parts are whole numbers: nothing is rounded, no sum depends on an order, and in “checks” the row “probe” must read {probe}.',
    rules:
      'Rules: of records with one id, then of those with one DOI, the newest decides, also where it does not count; types {types}; authors without an affiliation are {unknown}.',
    unknownApart: 'kept apart as unknown (an empty entity)',
    unknownSpread: 'spread over the others',
    differs:
      'Otherwise than an import on a laptop, a plan does not: read printed addresses; join ids that OpenAlex merged; look up journals by title; decide between two records of one id and one date that tell equally much and contradict each other by the same order; take dates and numbers that a database wraps in objects, nor a type that is no text. ClickHouse counts an author who is null as one without an affiliation, and passes over records with a text where OpenAlex has a record.',
    back: 'Then bring this folder back to the laptop and have it checked:\n\n  science-cities scale check FOLDER\n\nand taken in as a dataset:\n\n  science-cities import plan-result FOLDER --as ID\n\nor in the app: Datasets, More, Import results of a plan.',
  },
}
