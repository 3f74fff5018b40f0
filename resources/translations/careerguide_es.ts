<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Career Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career Guide {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every occupation in the United States, in one window, without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide file: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIT License. Copyright the Career Guide authors.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivitiesPanel</name>
    <message>
        <source>In detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No detailed work activities are listed for this career.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the importance of the task they belong to; neighboring careers share them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This career has not been rated yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnonymousAnswers</name>
    <message>
        <source>{0}: there is no such folder for anonymous answers; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the anonymous answers cannot be written ({1}); choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} completed forms have every activity of the type {1} answered; at least {2} are needed to compute an alpha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be read ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is too large for anonymous answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these are not answers to “{0}”, version {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this line is damaged: it is not one answer for each activity.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnonymousDialog</name>
    <message>
        <source>Anonymous answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal consistency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cronbach&apos;s alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep no answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activities of the interest assessment are new, and nobody has measured yet how well they hang together. A center can find out for itself: people who take the assessment are asked whether their answers may be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept are the answers alone: no name, no session, no time, and in no order that tells whose they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for anonymous answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answers are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers are kept in: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of 0 to 1; from about .8 the activities of a type are taken to measure one thing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answers have been kept there yet. From {0} completed forms on, the figures are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerButton</name>
    <message>
        <source>Key {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: key {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Career Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong. You can go on; if it happens again, close and reopen the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AreaChooser</name>
    <message>
        <source>United States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place for pay figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a state or area, or type part of its name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assessment</name>
    <message>
        <source>{0} {1} of 40</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clear pattern: your six interests are about equally strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (equally strong)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest first: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, then </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences under about {0} of 40 points say little: another day they could come out the other way round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your first three are clearly apart. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} with {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Here that goes for {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Great fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds firmly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds mostly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If your scores were measured again, with the usual error of measurement, this career would be in “{0}” in about {1} of 100 cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} activities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssessmentFiles</name>
    <message>
        <source>the letter of this type is {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such key; there are {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of texts is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number above {0:g}, at most {1:g}, is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table is needed here: [{0}].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tables are needed here, each beginning with [[{0}]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be read ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is too large for an inventory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not TOML in UTF-8 ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answers must rise from the least to the most liking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there must be two to {0} answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are the types {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another item has the same id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an id is made of letters, digits, hyphens and underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the short form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has none of the type {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” needs one example each at the levels 2, 4 and 6, and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssessmentPage</name>
    <message>
        <source>You paused with {0} answers. Starting anew throws them away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start anew?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer them now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left out is counted like the others of its kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too few for a result: at least four of five of each kind are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 activity has no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} activities have no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shall we look again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Almost all of your answers are the same one, so they cannot tell your interests apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your six interests come out about equally strong. That happens, and it leaves little to go by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most answers came in under a second. A little more time may give a truer picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am not sure yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to zone {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much schooling and training are you ready for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers that usually ask for more are left out at first. You can change that at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May we keep your answers to make this assessment better?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers alone would be kept here: no name, no day, nothing that tells they are yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, keep my answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssessmentsPanel</name>
    <message>
        <source>Related assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests that many people in this career take. Rules differ by place: ask a school or employer which apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No assessment available.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message>
        <source>{0} careers are in this guide, each on one page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} % more jobs are expected in ten years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: about {1} openings are expected every year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: half of the people earn more than {1} a year. A bachelor&apos;s degree is not usual to enter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Touch to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What could you become?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people do, what they earn, and whether it suits you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>Something went wrong ({0}). Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Bring back a backup of the notebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is saved now gives way to what the backup holds. The notebook as it is now is kept beside it as a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet. One is made each day the program is opened; the last seven are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BandCard</name>
    <message>
        <source>Show {0} more of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message>
        <source>Career group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job zone {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {0} a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong in …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses software …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers that people usually enter without a bachelor&apos;s or higher degree, by BLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (knowledge)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (skill)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best paid first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest growing first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most openings first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most people first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>great</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best fit for you first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No career fits all of this. Take a choice back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BuildDialog</name>
    <message>
        <source>Build a guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O*NET release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zip file or folder, text layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wages (OEWS), optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>csv, xlsx or zip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employment Projections, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>occupation.xlsx or csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the guide as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build a guide from official releases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the O*NET database (text files) from onetcenter.org, and OEWS tables and Employment Projections from bls.gov, then choose them here. The guide in use stays as it is until the new one is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an O*NET release and a place to save the guide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The build was cancelled; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the folder cannot be made ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CareersView</name>
    <message>
        <source>Schooling I am ready for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves out careers that usually ask for more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any schooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to zone {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort each band by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best fit first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best paid first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest growing first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most openings first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers that go with your interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest of the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: 1 career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your scores show no clear pattern, so nothing can be matched. These careers mix all six interests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few careers fit closely, so the nearest of the others are shown too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers within a band differ little. How well interests fit says only a little about being content at work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The schooling for 1 of these careers is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The schooling for {0} of these careers is not known.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertaintyDialog</name>
    <message>
        <source>How sure is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rating in figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance (1 to 5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level (0 to 7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who rated this was not published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated by {0} in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated by {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level: those who rated said it is not relevant to this career, so no level is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low precision: few people answered, or their answers were far apart. Take it as a rough guide.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list “{0}” is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 career brought in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} careers brought in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Dashed: the difference may be due to chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance and level together, from 0 to 100. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}, may be due to chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Education of people hired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not surveyed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not surveyed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of people hired by schooling. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected change in jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job outlook is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Dashed line: all occupations together, {0:+.1f} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change in the number of jobs{0}, in percent.{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> All occupations together: {0:+.1f} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected change in the number of jobs{0}. {1}{2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> from {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores from 0 to 100, the strongest type first. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thin line: from the lowest 10&#xa0;% to the highest 10&#xa0;%. Thick bar: the middle half. Mark: the median.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Arrow: the highest pay is at or above the limit up to which it is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay is not published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dollars {0}. {1}{2}{3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay in dollars {0}. {1}{2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Pay by the hour only is published for {0}; it is shown for a year of 2,080 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: not published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest 25 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest 25 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest 10 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientWindow</name>
    <message>
        <source>Career Guide – for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers that you look at together appear here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>No color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purple</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Knowledge in which they differ most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills in which they differ most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Education of people hired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will there be jobs?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to prepare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Copy figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all figures as a table, to paste into a spreadsheet or a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the charts as a picture (PNG or SVG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report to print or to save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a career …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put two to four careers side by side: pay, schooling, growth, interests, knowledge, skills and tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one more career to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} careers compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>careers compared.png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Pay, lowest 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay, lowest 25 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay, highest 25 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay, highest 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay, mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O*NET-SOC code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest: {0} (0–100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}, importance (0–100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}, level (0–100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, dollars {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay is published for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Education: {0}, percent of people hired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People who work in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected change in jobs, percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Years of the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openings a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical education to enter (BLS)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>1 career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interest scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>job zone {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This guide has no career with the code {0}. It is kept in the list all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This guide has no careers with the codes {0}. They are kept in the list all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with O*NET {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContrastList</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the largest only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 1 second everything you did here is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0} seconds everything you did here is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurrentTab</name>
    <message>
        <source>My career is …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By job zone, against that of your career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers near yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your career asks is taken as what you have. Others are compared with that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the career you work in, or one you know well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This career has not been rated yet, so that nothing can be compared with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} closest of {1} careers: little is missing, and little of what you have goes unused.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>{month} {day}, {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>December</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>My careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out of the comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four careers are compared already. Take one out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to compare. Add another career.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} careers are ready to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take-home code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought along</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>A session under a passphrase was begun meanwhile. Export or delete it first, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferencesCard</name>
    <message>
        <source>Where they differ most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only differences that are sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings come from a sample of people, so each has a range in which the true figure most likely lies (a 95 % interval). A difference is sure when the ranges of the highest and the lowest do not overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance and level together, from 0 to 100; what is not relevant counts as 0. Career Guide computes these figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rated yet, so left out here: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than two of these careers have been rated on this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference is sure. Take the tick away to see all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They do not differ.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Domain</name>
    <message>
        <source>No diploma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some college</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Associate&apos;s degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bachelor&apos;s degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate after bachelor&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Master&apos;s degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate after master&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Professional degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctorate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-doctoral training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EducationPanel</name>
    <message>
        <source>Education of people hired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experience and training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schooling of people in this career has not been surveyed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Education of people hired, bar chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical schooling to enter, by the Bureau of Labor Statistics: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Bureau of Labor Statistics gives no typical schooling for this career.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the people hired: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O*NET survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, answered by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({0} answers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Some shares rest on few answers and are of low precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work experience before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training at the workplace or in a course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training on the job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>, line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, column “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds everything that is kept of “{0}”, your private notes too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not protected: whoever has the file can read it. Keep it where only you can open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsModel</name>
    <message>
        <source>Career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openings a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fit</name>
    <message>
        <source>Great fit for your interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good fit for your interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair fit for your interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>great</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fair</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GapCard</name>
    <message>
        <source>Open this career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels from 0 to 7. Filled: what you have. Line: what is asked. What weighs most comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rated by you yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways of working that help in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it gives people most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it beside {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GapRow</name>
    <message>
        <source>You: {0} · asked: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: you have level {1:.1f}, asked is level {2:.1f} of 7</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GrowthCard</name>
    <message>
        <source>Job outlook in figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job outlook is published for these careers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People who work in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change in jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openings a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Career Guide computes the outlook word.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Reading occupations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading wages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading projections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: there is no guide file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the guide file cannot be read ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this cannot be the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the guide file is empty; build it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this file is not a Career Guide file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this guide was built by an older version of the program; build it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this guide was built by a newer version of the program; update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the guide file is damaged; build it again or open another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no wages for an area “{0}” in this guide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no occupation with the code “{0}” in this guide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no occupations in this file; download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row of {0} points to a missing row of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is damaged ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the guide has no occupations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is sound: {0} occupations, {1} of them rated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release has no file for {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rated occupations have no {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide has no {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder does not exist or cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk reported an error, or is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no permission to write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the guide cannot be written: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this is a folder; name a file for the guide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the figures do not fit together: a row of “{0}” points to a missing row of “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the new guide did not pass its integrity check ({0}); try again on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuideFiles</name>
    <message>
        <source>Open guide file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide files (*.guide *.sqlite);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another guide file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build a guide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the built-in guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Open its page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {0} out of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Career Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⌂ Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget everything I did here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>★ My list ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>★ My list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hexagon</name>
    <message>
        <source>Your interests as a hexagon</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Interests</name>
    <message>
        <source>Realistic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Investigative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artistic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conventional</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InterestsCard</name>
    <message>
        <source>Interests, 0 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interests of these careers have not been rated yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well each type describes the work, from 0 to 100. Careers whose lines have the same shape tend to suit the same people.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InterestsPanel</name>
    <message>
        <source>Work interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People who like {0} work tend to be drawn to this career.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interests of this career have not been rated yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thick bar: this career. Thin bar: you, by your newest assessment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, then {1} and {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, you {1} of 100</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsFace</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps your answers. Go on whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much would you like it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the activity before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the activity before (Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without an answer. It is asked again at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys 1 to {0} answer, Backspace goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyboardDialog</name>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab goes on to the next control, Shift+Tab back. Arrow keys move within a list, a table or the tabs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskActions</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On my phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>★ In my list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>☆ Save to my list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskConfig</name>
    <message>
        <source>{0}: this is not TOML: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: “{1}” {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: “warning_seconds” must be less than “idle_seconds”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the file is too large for settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this is not a text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the settings cannot be read ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a setting; did you mean “{1}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a setting; there are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a text of one line, at most {0} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number from 1.0 to 2.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be the path of a file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a time of day such as 20:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be what “careerguide kiosk pin” prints, not the PIN itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: only the system ends the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskPrinting</name>
    <message>
        <source>Printing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is {0} pages, and {1} are left for you. Ask the staff to print more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed. Your pages come out of the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer does not answer. Please ask the staff.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskStart</name>
    <message>
        <source>What would you like to find out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} careers: what people do, what they earn, whether there will be jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing you do here is kept. When you leave, touch “I am done”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what the job is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What suits me?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few minutes on what you like to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All careers, with filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest growing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where jobs are added quickest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Well paid without a degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best paid of those one enters without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprise me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any career, by chance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterheadDialog</name>
    <message>
        <source>Head of reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the school or career center</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a logo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These stand at the head of every page that is printed or saved as PDF or HTML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LevelRow</name>
    <message>
        <source>{0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys 0 to 7 choose a level, Delete takes it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListFiles</name>
    <message>
        <source>JSON, to read in again (*.json);;CSV, for spreadsheets (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export saved careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved careers (*.json *.csv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import saved careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>{0} and {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListsModel</name>
    <message>
        <source>1 career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} careers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Career Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} – Career Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notebook cannot be reached, and what you changed last is not kept yet. Close and lose it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatchRow</name>
    <message>
        <source>Tick to save or to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of your interests go with this career, and which do not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>growth {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} openings a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pay and outlook not available</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ounselor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Career Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open guide file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Build a guide from official releases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the built-&amp;in guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print or save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Head of reports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back a b&amp;ackup of the notebook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors of the &amp;desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ind a career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B&amp;rowse careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tart page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save this career, or take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare this career, or take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on a &amp;phone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved c&amp;areers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;omparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career ass&amp;essment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;kills I have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a &amp;take-home code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start a session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;essions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client&apos;s &amp;window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Anonymous answers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ummary…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MineTab</name>
    <message>
        <source>Careers close to what you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you bring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate about ten skills or knowledge areas, and the careers closest to them stand here. A career is shown once {0} of the ten that matter most in it are rated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} closest of {1} careers: little is missing, and little of what you have goes unused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All levels you chose are deleted from your notebook. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete my levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MyList</name>
    <message>
        <source>My list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print my list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code for your phone or for a note, which Career Guide reads at home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is forgotten when you leave. Print it or take it home before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is saved yet. Touch “Save to my list” on the page of a career you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {0} out of my list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NearPane</name>
    <message>
        <source>Enter opens a career</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>Job zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schooling to enter (BLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most common schooling (O*NET survey)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experience to enter (BLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most common experience (O*NET survey)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training on the job (BLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most common training on the job (O*NET survey)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would I need to go from one to another?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NeedsCard</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap ⇄</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap from and to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge that is asked more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills that are asked more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is asked more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rated for both careers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks for it, what against it, whom to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This career was taken out of the list in another window. Copy your note if you need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This note was changed in another window meanwhile. There it says: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one career to write a note on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by itself as you type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notebook</name>
    <message>
        <source>{0}: the copy of the notebook cannot be written ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the notebook just now; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: backups cannot be kept here ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: an old backup cannot be removed ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the address of a notebook. It looks like sqlite:///FILE or postgresql+psycopg://NAME:PASSWORD@HOST/DATABASE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was changed or removed in another window meanwhile; look at it again and repeat what you wanted to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program is using the notebook just now; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the notebook is damaged; close all windows and open the program again; then a backup can take its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full; nothing was changed. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file or its folder is read-only; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder does not exist or cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no permission to write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk reported an error, or is full; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the notebook cannot be reached; check the address and the network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tables of the notebook are missing or not open to this name; ask whoever looks after the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server has too many visitors; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server has no room left; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server takes no changes just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the notebook cannot be used ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the server does not let you in: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name cannot be that of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the notebook cannot be read ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the notebook cannot be made here ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the notebook is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the notebook is read-only here; allow it to be changed, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the notebook is damaged and cannot be put aside ({1}); close other windows and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session is locked; enter its passphrase to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this notebook has no backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this file is not a notebook of Career Guide; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: what the notebook says of its own tables is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this notebook was written by a newer version of the program; update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this is not a backup of a notebook; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this backup is empty; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this backup was written by a newer version of the program; update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list “{0}” has this career already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name cannot be empty; type at least one letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name can have at most {0} characters; this one has {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note can have at most {0} characters; this one has {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: another window is using it; what was deleted will be cleared away later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: an old copy cannot be removed ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A protected note cannot be opened: what is stored of it has been damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase cannot be empty; type some words that you will remember.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase does not open the session.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotebookNotice</name>
    <message>
        <source>The backup is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notebook was damaged. It was put aside as {0}, and an empty one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> You can bring back a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with an empty one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Until then, nothing you save is kept after this window closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notebook cannot be reached at the moment. What you type stays here and is written as soon as it can be reached again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Private notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes for the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for you. They are never printed and never on the client&apos;s screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed in the summary that the client takes along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the notes …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These notes were changed in another window meanwhile. There it says: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OccupationList</name>
    <message>
        <source>{0}, uses {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, also called {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OccupationView</name>
    <message>
        <source>Why: your interests beside those of this career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More sections of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnScreenKeyboard</name>
    <message>
        <source>On-screen keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⇧ Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capital letter next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outlook</name>
    <message>
        <source>much faster than average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>faster than average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about as fast as average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slower than average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>little or no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer than 50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs in this career are expected to grow much faster than jobs overall until {year}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs in this career are expected to grow somewhat faster than jobs overall until {year}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs in this career are expected to grow about as fast as jobs overall until {year}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs in this career are expected to grow more slowly than jobs overall until {year}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of jobs in this career is expected to stay about the same until {year}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer people are expected to work in this career in {year}, though those who leave must still be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Very many openings are expected every year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below average</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outlook panel</name>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlookPanel</name>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay in figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will there be jobs?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job outlook in figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schooling to enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest 10 % earn up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest 25 % earn up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median: half earn more, half less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest 25 % earn at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest 10 % earn at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published as {0} ({1}). {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job outlook is published for this career.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures of this cycle are shown without words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs expected in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth {0}–{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openings a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Published as {1} ({2}), self-employed people included. Career Guide computes the outlook word: bright means growth much faster than average, or at least 100,000 openings a year without decline; below average means decline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical to enter, by the Bureau of Labor Statistics: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work experience in a related job: {0}. Training on the job: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most common among people hired, by the O*NET survey: {0} ({1:.0f} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No figures on schooling are published for this career.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message>
        <source>Median pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual schooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no description of this career yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also called: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles that belong here: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not published for this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:.0f} % of people hired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not surveyed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:+.1f} % jobs to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no projection is published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job zone {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no job zone is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not rated yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageActions</name>
    <message>
        <source>Print or PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report of one or two pages to print or to save (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On my phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code to scan that opens this career&apos;s public page on a phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More to do with this career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out of the comparison (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it beside other careers, up to four (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Saved careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills I have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Open a protected session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is protected by a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>There is no way back: if the passphrase is forgotten, nobody can read the notes again. Several words are easier to keep in mind than one, and harder to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases are not the same; type them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PayCard</name>
    <message>
        <source>Pay in figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay is not published for these careers in this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest 10 % earn up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest 25 % earn up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest 25 % earn at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest 10 % earn at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is published as {1} ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, dollars {1}. {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay is not published for this career in this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The median in the United States is {0} {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dollars {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The median is about {0} an hour (2,080 hours a year).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> For this career only hourly pay is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Not published: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PayRange</name>
    <message>
        <source>lowest 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest 25 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest 25 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay range</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhoneDialog</name>
    <message>
        <source>Open on a phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point a phone&apos;s camera at one of these codes to open this career there. The phone needs the internet; this computer does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In short, for students and job seekers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All details and figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR code that opens this career at {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Career Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No PIN is set, so only the system can end the kiosk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the right PIN. Try again in {0} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the right PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preparation</name>
    <message>
        <source>No formal educational credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High school diploma or equivalent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some college, no degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postsecondary nondegree award</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Associate&apos;s degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bachelor&apos;s degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Master&apos;s degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctoral or professional degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than 5 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 years or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short-term on-the-job training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moderate-term on-the-job training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long-term on-the-job training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreparationCard</name>
    <message>
        <source>Not yet known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This career has not been given a job zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job zone {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a whole page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the page as wide as there is room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {0} of {1} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the report, {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Career Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no fonts to write a PDF with; install some, or save the report as HTML.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileCard</name>
    <message>
        <source>Your interests in figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score, 0–40</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are scores you try. Your own are the dashed line and stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (yours: {1})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProtectDialog</name>
    <message>
        <source>Change the protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase, once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase until now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passphrase any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All notes of “{0}” are encrypted under the passphrase, those on its saved careers too, and the client&apos;s rated skills and paused answers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatingRow</name>
    <message>
        <source>How sure is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importance {0} of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level not relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {0} of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no level</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatingSide</name>
    <message>
        <source>What to rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quick start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated by me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a skill …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a skill or knowledge area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a career I know …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the levels that a career asks as yours, to change where they are not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next ten that tell careers apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete my levels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has these letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is rated yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of each do you have? These tell careers apart best. Leave at – what you cannot say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of each do you have? Leave at – what you cannot say.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ratings</name>
    <message>
        <source>people who work in this career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained job analysts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experts on this career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a statistical model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure this figure is was not published with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All who rated agreed closely: the figure is {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the survey were done again, the figure would most likely lie between {0} and {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatingsCard</name>
    <message>
        <source>Thick bar: importance. Thin bar: level. Both 0 to 100. Choose a row to see how sure it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>* Striped: low precision, few answers or answers far apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the strongest only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatingsPanel</name>
    <message>
        <source>This career has not been rated yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadTakeHomeDialog</name>
    <message>
        <source>Read a take-home code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take-home code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A photo, a scan or a screenshot with the QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the picture that was copied last, for example a screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with careers from another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste the code. Small letters and missing hyphens do no harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or show the QR code: drop a picture of it here, paste one, or choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code begins with CG1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is complete and correct.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 1 more character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {0} more characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture was copied. Copy one first, for example by a screenshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the code in the picture …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RelatedPanel</name>
    <message>
        <source>Most like this career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much like this career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers that ask much the same skills and knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you keep and what is missing for each, from “Skills I have”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No related careers are listed. Search for {0} to see its neighbors.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Releases</name>
    <message>
        <source>there is no such file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be read ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a zip archive, or it is cut off; download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be read ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this file is missing in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is cut off or damaged; download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no OEWS table (csv or xlsx) here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this file is missing in {0}; it is no O*NET release in the text layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not one of the six interest types.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the columns for employment in two years are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table of occupational projections (Table 1.2) is not in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not UTF-8 text; download the file again in the text layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the archive is cut off or damaged here; download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this line cannot be read as a table ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this column is missing; the file is not in a known layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line ends before this column; the file may be cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a valid value here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this line cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not an Excel workbook, or it is cut off; download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workbook has no sheet “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workbook is damaged; download it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge, skills and abilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests and related careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR code for a phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where they differ most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it takes to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it fits your interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each career on its own pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name on the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter, 8.5 × 11 inches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4, 210 × 297 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save HTML…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page for a web browser, a phone or a screen reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it empty for none. The name is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to include</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer was found. Save the report as PDF and print it where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Job zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schooling to enter (BLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most common schooling (O*NET)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work experience (BLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most common experience (O*NET)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training on the job (BLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most common training (O*NET)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure is 0 to 100 and combines how important something is with the level that is needed (the square root of the two multiplied). Sure: the difference is larger than the uncertainty of the ratings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where they differ most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it takes to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at My Next Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openings a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O*NET-SOC code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay is not published for these careers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schooling of people hired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most common schooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not surveyed for these careers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will there be jobs?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth and openings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job outlook is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests they suit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rated for these careers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge and skills are not rated for enough of these careers to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From A to {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more preparation is asked for than in A, as far as the sources say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge and skills are not rated for both careers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1} to {2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} asked for more: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tasks are listed for this career.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR code: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career Guide computes the outlook word: bright means growth much faster than average, or at least 100,000 openings a year without decline; below average means decline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not published for this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual schooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not surveyed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:.0f} % of people hired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no projection is published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:+.1f} % jobs to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no job zone is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job zone {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not rated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no careers in this list yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers at a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (not in this guide)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the logo cannot be read; choose another file or go without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the logo is larger than {1} MB; choose a smaller file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the logo is not a PNG, JPEG or SVG picture; choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the logo is damaged; choose another file or go without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O*NET-SOC code {0} · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no description of this career yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In plain words: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knowledge, skills and abilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>related careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available for this career: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles that belong here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} and {2} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay is not published for this career.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay is not published for this career in the chosen place. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this career only hourly pay is published. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the United States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The median in {0} is about {1} an hour (2,080 hours a year). </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}Published as {1} ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest 25 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest 25 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay in figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schooling of people in this career has not been surveyed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O*NET survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, answered by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({0} answers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Some shares rest on few answers and are of low precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job outlook is published for this career.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth {0}–{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs expected in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job outlook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published as {0} ({1}), self-employed people included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job zone is given for this career.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job zone {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical schooling to enter, by the Bureau of Labor Statistics: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} most important of {1} tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {0} of {1} tasks; they have not been rated yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: not rated yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importance, 0 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests it suits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests, 0 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No assessment available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this is a folder; name a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the file cannot be written ({1}); choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was looked at, saved and compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No careers were saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No careers were looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No careers were compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No interest results were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest scores, 0 to 40</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultFace</name>
    <message>
        <source>Take it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down to the careers that go with your interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clear pattern: that is a result too, and common. You may like many things, or not know them yet. Looking at careers themselves can help more than scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some activities were left out. They are counted like the others of their kind that you answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the careers to keep in your list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick two to four careers to put side by side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsCard</name>
    <message>
        <source>Your results so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick two results to see what changed between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the result of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick two to compare them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the result of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the result of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this result?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all {0} results?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every result on this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is gone for good, from the backups too. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsDialog</name>
    <message>
        <source>Two results compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier: {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later: {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No interest changed by more than about {0} points, so all of it may be chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than chance, about {0} points, changed in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RetentionChooser</name>
    <message>
        <source>Forget closed sessions after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted from the day a session was last used; open sessions are always kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget old sessions?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 closed session was last used longer ago than that ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} closed sessions were last used longer ago than that ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They go now, with their notes and saved careers, from the backups too. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveButton</name>
    <message>
        <source>★ Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>☆ Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}. Press to take it out (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this career in your list (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>{0} (not in this guide)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedLists</name>
    <message>
        <source>more than {0} lists or {1} careers are too many for one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no saved careers in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is too large for saved careers (more than {0} MB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be read ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not UTF-8 text; a spreadsheet saves such a file as “CSV UTF-8”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not whole JSON; the file may be cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is JSON that no version of Career Guide writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this JSON file is not one of saved careers; export the lists again, or choose a CSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this file is from a newer version of Career Guide; update this one to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file does not say in which version of the format it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a list with a name and careers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, career {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a career with a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is missing or not a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this line cannot be read as a table ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no column is named “code”; one with O*NET-SOC codes such as 33-3051.04 is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the list is longer than {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not an O*NET-SOC code such as 33-3051.04.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the note is longer than {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is half a character in this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a character in this text that is not one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a colour; there are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a time such as 2026-03-01T14:30.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedPage</name>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print or PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take-home code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code that holds this list, to read in again on another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move, color, rename, export, import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import lists…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a take-home code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is saved yet. Press ☆ Save on a career&apos;s page, or Ctrl+D, and it is kept here with your notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list is empty. Open a career and press ☆ Save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the careers chosen side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two to four careers, with Ctrl or Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens · Del takes out · Alt+↑ and Alt+↓ or dragging change the order · Ctrl+Z undoes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all lists…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchoolingCard</name>
    <message>
        <source>Education of people hired, percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schooling of people in these careers has not been surveyed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O*NET survey of people in each career.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Some shares rest on few answers and are of low precision.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreSlider</name>
    <message>
        <source>Your own score is {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionCards</name>
    <message>
        <source>Sections of the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Education</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay and outlook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide your notes on this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client&apos;s window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second window for the client&apos;s screen: the career and the comparison, never your notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page for the client to take along, without your private notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the session; it can be resumed later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes, the client&apos;s window, the summary, and closing the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session “{0}”  ·  started {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionsModel</name>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, locked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Find a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a session by its label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this session (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this session another label (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page to print, without your private notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is kept of this session, in one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set, change or take off the passphrase of this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good what is chosen (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session keeps what you look at, save, compare and note with one client, so that you can go on with it another day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no sessions yet. Start one when a client is with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept only until the program is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session has a label like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this session?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {0} sessions?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone for good: what was looked at and compared, the saved careers, the interest results, the rated skills, and all notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backups are replaced by a new one without them. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 session is gone for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sessions are gone for good.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionsTable</name>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse all careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All careers in a table, with filters (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out which careers suit what you like to do (Ctrl+I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The careers you keep, with your notes (Ctrl+Shift+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers side by side (Ctrl+Shift+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Skills</name>
    <message>
        <source>not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, less than: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, for example: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, more than: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (skill)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (knowledge)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next to nothing missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lot missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · {1} of {2} rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You rated {0} of the {1} skills and knowledge areas that matter most in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As much preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparation not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SkillsPage</name>
    <message>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near my career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what careers ask …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills I have</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Sources: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Pay and outlook are published as {0} ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Descriptions, tasks and activities are Career Guide&apos;s own summaries in plain language; for the official texts, build a guide from an official O*NET release (menu File).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> What is said in plain words, and of assessments, is Career Guide&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Start a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect the notes with a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase, once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number or a word that tells you who it is; it need not be a name. Clients do not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a label, such as a number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartFace</name>
    <message>
        <source>Browse careers without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the short form: {0} activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start: {0} activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {0} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you like to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your six scores, the day, and the schooling you say. Single answers are kept only while you pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see activities, one at a time. Afterwards you see which of six interests are strongest in you, and which careers go with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is for exploring, not for deciding. The questions are new: nobody has checked yet how well they measure, and there are no figures of other people to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {0} minutes. You can pause at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {0} minutes, or {1} for the short form, which is less sure. You can pause at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept only until the program is closed. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in: {0}. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You paused on {0}, with {1} of {2} answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where I was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw these answers away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Career Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the guide …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what the job is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What suits me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few minutes on what you like to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All careers, with filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers near the skills you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers of an interest type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest growing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where jobs are added quickest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Well paid without a degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best paid of those one enters without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprise me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any career, by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do people in a job do all day, what must they know, what does it pay, will there be jobs? {0} careers, each on one page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type at the left; arrow keys move through the list, Enter opens. Nothing you do here leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeHome</name>
    <message>
        <source>This take-home code was not made by Career Guide, or by a version with a fault; it cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code holds {0} careers; a take-home code has room for {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is much longer than a take-home code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A take-home code begins with {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a take-home code; those begin with {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A take-home code never has the character “{0}”; look again at that place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code is from a newer version of Career Guide, or its beginning is mistyped: this version reads {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is mistyped in or beside “{0}”, group {1} after {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is not complete: at least 1 character is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is not complete: at least {0} characters are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code goes on after its end, or is mistyped; compare it group by group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is mistyped in more than one place; compare it group by group.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeHomeDialog</name>
    <message>
        <source>Take-home code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take these careers home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photograph the code or write it down. Career Guide on any other computer reads it back: choose “Read a take-home code” there. It needs no internet and no account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code has room for {0} careers. The last one of the list is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code has room for {0} careers. The last {1} of the list are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To photograph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take-home code as a QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the QR code and the code to type as one PNG picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To write down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take-home code: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small letters, spaces and missing hyphens are fine when you type it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take-home code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeHomePicture</name>
    <message>
        <source>{0}: the picture cannot be written ({1}); choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this is not a picture that can be read here; a PNG or JPEG can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no code in this picture that can be read. Take it again from nearer, straight on and in good light.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Importance, 0 to 100</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TasksCard</name>
    <message>
        <source>What people in them do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first five only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tasks are listed for this career.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TasksPanel</name>
    <message>
        <source>What people in this career do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also part of the work for some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tasks are listed for this career. The overview says what belongs to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most important first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core tasks, the most important first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core tasks, in the order of the release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These tasks are not yet rated; they stand in the order of the release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supplemental tasks: less important, or done by fewer people.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TechnologyPanel</name>
    <message>
        <source>Software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No software is listed for this career.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools and equipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tools are listed for this career.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In demand: often asked for in job postings for this career. Hot: often asked for in job postings overall.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TitleSearch</name>
    <message>
        <source>Job title or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No career found. Try fewer letters or another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} careers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean one of these? {0}, by similar spelling</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>Which careers are in this group?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is {0}?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Visit</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisitCounts</name>
    <message>
        <source>{0}: the counts cannot be written ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wages</name>
    <message>
        <source>a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at or above the published limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatIfCard</name>
    <message>
        <source>Try other scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if one of them were higher?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a bar and see at once which careers come near. The mark is your own score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to my scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the bars away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Why {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the scores that you are trying, not those of your result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your scores and those of the career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You, 0–40</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career, 1–7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no pattern to compare: all scores of one side are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You and this career both stand out in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You and this career are both low in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You like {0} more than this career is about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This career is more about {0} than you like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each interest, how far you and the career are from your own averages, and the two multiplied:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} divided by ({1} times {2}) is {3}. It can go from −1 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The divisors are the lengths of the two sides: each difference squared, summed, and the root drawn. Great fit begins at 0.73, good at 0.61, fair at 0.43.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_MeaningCard</name>
    <message>
        <source>Where it is met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you could do next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} of 40</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ResultRow</name>
    <message>
        <source>uses </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>Show the first only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_TechnologyCard</name>
    <message>
        <source>in demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {0} kinds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
