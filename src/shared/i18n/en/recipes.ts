/** Words of recipes: what scripts and their README say. */
export const recipes = {
  page: {
    title: 'Get data',
    finding:
      'What to fetch from OpenAlex for your city, and a script that does it. The app itself asks the net for nothing.',
    cities: 'Cities',
    citiesSays:
      'A few letters find them, in English or Chinese; metropolitan areas as well. Several can be chosen.',
    countries: 'Countries',
    countriesSays: 'By name in English or Chinese, or by code, such as PT ES',
    institutions: 'Institutions',
    institutionsSays: 'Ids of OpenAlex, such as I27837315',
    from: 'From',
    fromSays: 'First year',
    to: 'To',
    toSays: 'Last year',
    journals: 'Journals',
    journalsSays: 'ISSNs or ids of sources (S137773608); empty for all',
    fields: 'Fields',
    fieldsSays: 'Numbers of OpenAlex’s fields, 11 to 36; empty for all',
    make: 'Make the recipe',
    first: 'Step 1 of 2: the institutions of the country',
    second: 'The works',
    cityFirst: '{city} ({country}): its institutions are not known yet.',
    citySecond: '{city} ({country}): {n} institutions lie there.',
    next1:
      'OpenAlex finds works by institution, not by city. Save the files, run the script, and give the folder “data” that it makes here.',
    next2: 'Save the files, run the script, and drop the folder “data” that it makes on Datasets.',
    save: 'Save scripts and addresses',
    saved: 'Saved: {file}',
    copy: 'Copy the addresses',
    giveFolder: 'Give the folder “data”',
    giveFiles: 'Give files',
    addresses: 'Addresses',
    commands: 'Or by OpenAlex’s own program',
  },
  /** Works that an index holds in part, to be had anew. */
  missing: {
    getCut: 'Get the {n} cut works anew',
    getBoth: 'With the {n} articles that have authors without an institution',
    getWithout: 'Get the {n} articles anew that have authors without an institution',
    says: 'Saves a script that fetches each work by its own address. Add the folder “data” that it makes to this dataset: the index counts anew.',
    atMost: 'At most {n} works in one script; fetch, add, and make the next.',
    title: 'Works of “{dataset}” to get anew ({date})',
    cut: 'Works that do not count as their list of authors is cut: {n}.',
    cutUnknown:
      'Which works have a cut list of authors is not known: the index was made by an earlier version. Import it anew to know.',
    without: 'Articles with authors without an institution: {n}.',
    bounded:
      'The list is cut: it holds {shown} of {total}, the cut works first. Fetch these, add them, and make the next list.',
    newer:
      'A work whose list was cut counts once it is there whole. Of an article that counts already the record with the newer updated_date decides: it changes only where OpenAlex changed it since.',
    then: 'Then add the folder "data" to the dataset: choose it as the one to add to on Datasets, or type\n  import works data --as {dataset} --add',
  },
  readme: {
    title: 'Data from OpenAlex: {places}, {from} to {to}',
    made: 'Made on: {date}. Affiliations: {matcher}.',
    noDate: 'no date given',
    matcher: {
      before: 'as OpenAlex matched them before 28 September 2026',
      after: 'as OpenAlex matches them since 28 September 2026; do not mix them with files fetched before',
      unknown:
        'OpenAlex matches them anew since 28 September 2026; do not mix files fetched before that day with later ones',
    },
    first:
      'Step 1 of 2. OpenAlex cannot be asked for the works of a city, only for those of institutions. This step fetches the institutions of the country ({lists} list(s)).',
    second: 'This step fetches the works ({lists} lists). What stands in several lists is counted once.',
    institutions: '{city}: {n} institutions of the file given lie there.',
    unknown:
      'How many records and pages will come is unknown until the script runs: the first page of each list says it ("count").',
    key: 'You need a key, which is free: make an account at openalex.org and copy the key from openalex.org/settings/api. It stays on your computer.',
    run: 'Windows: open PowerShell in this folder, then type\n  $env:OPENALEX_API_KEY = "your key"\n  powershell -ExecutionPolicy Bypass -File .\\get-data.ps1\n\nmacOS and Linux: open a terminal in this folder, then type\n  export OPENALEX_API_KEY="your key"\n  sh get-data.sh\n\nThe script can be stopped and started again: it goes on where it was.',
    thenFirst:
      'Then give the folder "data" to Get data in the app (or type the recipe command once more, with --institutions and this folder "data"): it makes the second step.',
    then: 'Then drop the folder "data" on Datasets in the app (or: import works data --as my-city).',
    cut: 'Lists show 100 authors of a work at most. Works with more come as a second list of ids, and the script fetches each of them by itself, whole. OpenAlex finds such a work by its first 100 authors only, so one whose author of your place stands later is not found.',
    cli: "Instead of the script, OpenAlex's own program can be used (pip install openalex-official). It saves each work as a file of its own:",
    partners:
      'These files hold the works of the places named, and of others only what they share with them. Shares, Counts and ranks of other places are therefore those with your place alone.',
  },
  script: {
    about: 'Fetches works or institutions from OpenAlex, page by page. Made by Science Cities.',
    usage: {
      sh: 'export OPENALEX_API_KEY="your key"   (free: openalex.org/settings/api)\nsh get-data.sh',
      ps1: '$env:OPENALEX_API_KEY = "your key"   (free: openalex.org/settings/api)\npowershell -ExecutionPolicy Bypass -File .\\get-data.ps1',
    },
    noKey:
      'OPENALEX_API_KEY is not set: OpenAlex answers a few questions only. A key is free: openalex.org/settings/api',
    stopped:
      'OpenAlex does not answer, or the allowance of the day is used up. Start the script again later: it goes on from here. Status:',
    refused: 'OpenAlex refused the question (400: the question, 401: the key). Status:',
    waiting: 'Waiting and trying again. Status:',
    notThere: 'OpenAlex no longer has:',
    done: 'Done. Drop the folder "data" on Datasets in the app.',
    doneFirst: 'Done. Give the folder "data" to Get data in the app for the second step.',
  },
}
