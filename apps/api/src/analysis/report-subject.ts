import {
  type AssembleReportInput,
  type Codebook,
  COLLECTION_MODES,
  type CriterionSource,
  type District,
  type QuestionnaireDraft,
  type ReportItemSource,
  type ReportRowId,
  type ReportRowSource,
  type Taxonomy,
  type Variable,
} from '@stadtteilstimme/domain';
import { questionTitles } from '@stadtteilstimme/questionnaire/export';
import { DISCLOSURE_POLICY } from './disclosure-policy.js';

/** What a report needs to know of a published questionnaire: a version, or all its versions as one. */
export interface SurveyVersion {
  readonly draft: QuestionnaireDraft;
  readonly codebook: Codebook;
  /** SurveyJS JSON, frozen with the version. Where a question stands in it more than once, the last title counts. */
  readonly survey: Record<string, unknown>;
}

/** What a report is about, derived from the frozen version and the master data it pins. */
export interface ReportSubject {
  readonly about: Omit<AssembleReportInput, 'counts' | 'rest'>;
  /** Name and place on the tile map of every row, `all` first. */
  readonly rows: readonly { readonly row: ReportRowId; readonly name: string | null; readonly tile: District['tile'] | null }[];
}

export function reportSubject(version: SurveyVersion, taxonomy: Taxonomy): ReportSubject {
  const districts = taxonomy.districts.filter((district) => version.draft.districtIds.includes(district.id));
  return {
    about: {
      codebook: version.codebook,
      rows: reportRows(districts),
      modes: COLLECTION_MODES,
      items: reportItems(version),
      criteria: reportCriteria(version, taxonomy),
      policy: DISCLOSURE_POLICY,
    },
    rows: [
      { row: 'all', name: null, tile: null },
      ...districts.map(({ id, name, tile }) => ({ row: id, name, tile })),
      { row: 'elsewhere', name: null, tile: null },
      { row: 'unknown', name: null, tile: null },
    ],
  };
}

function reportRows(districts: readonly District[]): readonly ReportRowSource[] {
  return [
    ...districts.map((district) => ({ row: district.id, population: newestPopulation(district) })),
    { row: 'elsewhere', population: null },
    { row: 'unknown', population: null },
  ];
}

function newestPopulation({ populations }: District): ReportRowSource['population'] {
  const [newest] = [...populations].sort((left, right) => right.asOf.localeCompare(left.asOf));
  return newest === undefined ? null : { count: newest.count, asOf: newest.asOf, source: newest.source };
}

/** Items and demographic questions in the order they are asked. */
function reportItems({ codebook, survey }: SurveyVersion): readonly ReportItemSource[] {
  const titles = questionTitles(survey);
  const itemIds = new Set(codebook.variables.map(subjectOf));
  return [...itemIds].flatMap((itemId) => {
    const variables = codebook.variables.filter((variable) => subjectOf(variable) === itemId);
    const [first] = variables;
    if (first === undefined) return [];
    return [
      {
        itemId,
        kind: itemKind(variables),
        // The labels of a tick name its option; what was asked stands in the survey itself.
        text: first.part === 'option' ? (titles.get(first.question) ?? {}) : first.labels,
        criterion: first.criterion,
        fieldOfAction: first.fieldOfAction,
        reverse: first.reverse,
        art9: first.art9,
      },
    ];
  });
}

function subjectOf(variable: Variable): string {
  return variable.itemId ?? variable.demographicId ?? variable.question;
}

/** A choice asks what is needed unless it is a question about the person. */
function itemKind(variables: readonly Variable[]): ReportItemSource['kind'] {
  const parts = new Set(variables.map((variable) => variable.part));
  if (variables.some((variable) => variable.demographicId !== null)) return 'demographic';
  if (parts.has('bestand')) return parts.has('bedarf') ? 'pair' : 'bestand';
  return 'bedarf';
}

/** The objects of a list in a JSON of unknown shape; nothing where it is no list. */
export function objectsIn(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null) : [];
}

/** The slot criterion appears once for every Handlungsfeld the questionnaire puts into it. */
function reportCriteria({ codebook, draft }: SurveyVersion, taxonomy: Taxonomy): readonly CriterionSource[] {
  return taxonomy.criteria.flatMap((criterion): readonly CriterionSource[] => {
    const variables = codebook.variables.filter((variable) => variable.criterion === criterion.id);
    if (criterion.kind === 'cross-cutting') {
      return [{ criterion: criterion.id, fieldOfAction: null, names: criterion.names, itemIds: itemIdsOf(variables) }];
    }
    return draft.focus.map((field) => ({
      criterion: criterion.id,
      fieldOfAction: field,
      names: taxonomy.fieldsOfAction.find(({ id }) => id === field)?.names ?? criterion.names,
      itemIds: itemIdsOf(variables.filter((variable) => variable.fieldOfAction === field)),
    }));
  });
}

function itemIdsOf(variables: readonly Variable[]): readonly string[] {
  return [...new Set(variables.flatMap(({ itemId }) => (itemId === null ? [] : [itemId])))];
}
