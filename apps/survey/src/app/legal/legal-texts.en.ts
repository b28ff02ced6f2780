import type { LegalTexts } from './legal-text';

export const legalTexts: LegalTexts = {
  pages: {
    imprint: {
      title: 'Legal notice',
      sections: [
        { heading: 'Who runs this survey?', paragraphs: ['These surveys are run by: {city}.'], fields: ['provider', 'representative', 'providerContact', 'vatId'] },
        { heading: 'Questions?', paragraphs: [], fields: ['contact', 'helpPhone'] },
        {
          heading: 'The software',
          paragraphs: [
            'The surveys run on the free software Stadtteilstimme (licence EUPL-1.2), on a server chosen by the city. Nothing is loaded from other providers.',
          ],
        },
      ],
    },
    privacy: {
      title: 'Privacy',
      sections: [
        { heading: 'Who is responsible?', paragraphs: [], fields: ['controller', 'dataProtectionOfficer', 'contact'] },
        {
          heading: 'What for and on what legal ground?',
          paragraphs: ['What a survey is for stands on its first page, before the consent.'],
          fields: ['legalBasis'],
        },
        {
          heading: 'What is stored when you answer?',
          paragraphs: ['Nothing is stored with the city until you press “Send”. Then the software stores:'],
          points: [
            'your answers to the questions you were shown',
            'which version of the questionnaire it was and which group of people it is for',
            'your district, if you gave it',
            'whether the answer was given online or on a tablet',
            'the calendar week, but no day and no time',
            'a random number, so that the same answer is not counted twice',
          ],
        },
        {
          heading: 'What is not stored?',
          paragraphs: [],
          points: [
            'no name, no address, no e-mail address',
            'no IP address and nothing about your device',
            'not the language you read the questionnaire in, unless a question asks for it',
          ],
        },
        {
          heading: 'What is on your device?',
          paragraphs: [
            'Answers you have started stay in the storage of your browser, so that you can go on after a break. After sending they are deleted there. Only a note remains that something was sent. You can delete both at any time (“Delete data on this device” at the end of every page). These pages set no cookies and do not measure what you do.',
          ],
        },
        {
          heading: 'Who sees the answers?',
          paragraphs: [
            'Results are only shown for groups of people. The software withholds numbers about very few people, also where they could otherwise be worked out. Single answers can only be downloaded by the people who analyse them. There is no name in them either.',
          ],
        },
        {
          heading: 'How long is it stored?',
          paragraphs: [
            'The software deletes texts you write yourself on its own, no later than {months, plural, one {# month} other {# months}} after the end of a survey. Where a survey was published with another period, the one on its first page holds.',
            'The other answers are anonymous. They stay, so that later surveys can be compared with them.',
          ],
        },
        {
          heading: 'Can you take your answer back?',
          paragraphs: [
            'At any time before sending: just delete the data on this device. After that your answer can no longer be found, because nothing connects it with you.',
          ],
        },
        {
          heading: 'What rights do you have?',
          paragraphs: [
            'Under the General Data Protection Regulation you can ask for access, correction, deletion and restriction as long as information is connected with you. You can also complain to the supervisory authority.',
          ],
          fields: ['supervisoryAuthority'],
        },
        {
          heading: 'Specially protected information',
          paragraphs: [
            'You only see questions about health, for example (Article 9 of the General Data Protection Regulation), if you agreed to this separately at the start. Even then you can leave out every question.',
          ],
        },
      ],
    },
    accessibility: {
      title: 'Accessibility statement',
      sections: [
        {
          heading: 'How accessible are these pages?',
          paragraphs: [
            'The pages are built to WCAG 2.2, level AA. They can be used with the keyboard alone, enlarged to 200 per cent and read on narrow screens. They follow the contrast settings of your device. Every page is tested with a checking program (axe).',
          ],
        },
        {
          heading: 'What is not accessible yet?',
          paragraphs: [],
          points: [
            'A checking program finds only some of the barriers. A test by people with disabilities has not been done yet.',
            'There are no videos in German Sign Language yet.',
            'No test group has read the texts in simple German yet, so they are not called “Leichte Sprache”.',
            'Translations are reviewed only where the note “not been reviewed yet” no longer appears.',
            'Questions are not read aloud yet.',
          ],
        },
        {
          heading: 'Have you found a barrier?',
          paragraphs: ['Please report it. You can also ask for the reasons and for content in another form.'],
          fields: ['barrierContact'],
        },
        {
          heading: 'Enforcement procedure',
          paragraphs: [
            'If you get no answer that helps, you can turn to the arbitration body (sections 9b and 9d of the disability equality act of Lower Saxony, NBGG). This is free of charge.',
          ],
          fields: ['arbitrationBody', 'accessibilityStatementOn'],
        },
      ],
    },
    plain: {
      title: 'These pages in simple words',
      sections: [
        {
          heading: 'What is this about?',
          paragraphs: ['The city wants to know:\nHow do people live in the districts?\nWhat is good?\nWhat is missing?', 'You can answer questions.\nYou do not have to.'],
        },
        {
          heading: 'How to take part',
          paragraphs: [],
          points: [
            'Choose your language.',
            'Read the text on the first page.',
            'Do you agree? Then tick the box.',
            'Press “Start survey”.',
            'There is one question on each page.',
            'Press your answer.',
            'Then press “Next”.',
            'At the end press “Send”.',
          ],
        },
        {
          heading: 'Your answers are secret',
          paragraphs: ['We do not ask for your name.\nNobody knows that an answer is yours.', 'You can leave out every question.\nYou can stop at any time.'],
        },
        {
          heading: 'Take a break if you like',
          paragraphs: ['Your device remembers the answers.\nYou can go on later.\nYou can also delete the answers.\nThe link is at the end of every page.'],
        },
      ],
    },
  },
  fieldLabels: {
    provider: 'Name and address',
    representative: 'Represented by',
    providerContact: 'E-mail and telephone',
    vatId: 'VAT identification number',
    controller: 'Controller',
    dataProtectionOfficer: 'Data protection officer',
    legalBasis: 'Legal basis',
    supervisoryAuthority: 'Supervisory authority',
    contact: 'Questions about a survey',
    barrierContact: 'Report barriers, ask for other formats',
    arbitrationBody: 'Arbitration body',
    helpPhone: 'Telephone for questions',
    accessibilityStatementOn: 'Date of this statement',
  },
  owed: 'The city has not said this yet.',
  missing: 'Information from the city is still missing',
};
