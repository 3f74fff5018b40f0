<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Career Guide</source>
        <translation>Acerca de Career Guide</translation>
    </message>
    <message>
        <source>Career Guide {0}</source>
        <translation>Career Guide {0}</translation>
    </message>
    <message>
        <source>Every occupation in the United States, in one window, without a network.</source>
        <translation>Todas las ocupaciones de los Estados Unidos en una ventana, sin conexión a la red.</translation>
    </message>
    <message>
        <source>Guide file: {0}</source>
        <translation>Archivo de la guía: {0}</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Qt is a trademark of The Qt Company.</source>
        <translation>Qt es una marca de The Qt Company.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>MIT License. Copyright the Career Guide authors.</source>
        <translation>Licencia MIT. Derechos de autor de los autores de Career Guide.</translation>
    </message>
</context>
<context>
    <name>ActivitiesPanel</name>
    <message>
        <source>In detail</source>
        <translation>En detalle</translation>
    </message>
    <message>
        <source>Work activities</source>
        <translation>Actividades de trabajo</translation>
    </message>
    <message>
        <source>No detailed work activities are listed for this career.</source>
        <translation>No hay actividades detalladas para esta carrera.</translation>
    </message>
    <message>
        <source>By the importance of the task they belong to; neighboring careers share them.</source>
        <translation>Según la importancia de la tarea a la que pertenecen; las carreras vecinas las comparten.</translation>
    </message>
    <message>
        <source>This career has not been rated yet.</source>
        <translation>Esta carrera todavía no se ha calificado.</translation>
    </message>
</context>
<context>
    <name>AnonymousAnswers</name>
    <message>
        <source>{0}: there is no such folder for anonymous answers; choose another one.</source>
        <translation>{0}: no existe esa carpeta para las respuestas anónimas; elige otra.</translation>
    </message>
    <message>
        <source>{0}: the anonymous answers cannot be written ({1}); choose another folder.</source>
        <translation>{0}: no se pueden escribir las respuestas anónimas ({1}); elige otra carpeta.</translation>
    </message>
    <message>
        <source>{0} completed forms have every activity of the type {1} answered; at least {2} are needed to compute an alpha.</source>
        <translation>{0} cuestionarios completos tienen respondidas todas las actividades del tipo {1}; hacen falta al menos {2} para calcular un alfa.</translation>
    </message>
    <message>
        <source>the file cannot be read ({0}).</source>
        <translation>no se puede leer el archivo ({0}).</translation>
    </message>
    <message>
        <source>this is not a text file.</source>
        <translation>esto no es un archivo de texto.</translation>
    </message>
    <message>
        <source>the file is too large for anonymous answers.</source>
        <translation>el archivo es demasiado grande para respuestas anónimas.</translation>
    </message>
    <message>
        <source>these are not answers to “{0}”, version {1}.</source>
        <translation>estas no son respuestas a “{0}”, versión {1}.</translation>
    </message>
    <message>
        <source>this line is damaged: it is not one answer for each activity.</source>
        <translation>esta línea está dañada: no tiene una respuesta por cada actividad.</translation>
    </message>
</context>
<context>
    <name>AnonymousDialog</name>
    <message>
        <source>Anonymous answers</source>
        <translation>Respuestas anónimas</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Keep no answers</source>
        <translation>No guardar respuestas</translation>
    </message>
    <message>
        <source>The activities of the interest assessment are new, and nobody has measured yet how well they hang together. A center can find out for itself: people who take the assessment are asked whether their answers may be kept.</source>
        <translation>Las actividades de la evaluación de intereses son nuevas y nadie ha medido todavía qué tan bien van juntas. Un centro puede averiguarlo por su cuenta: a quienes hacen la evaluación se les pregunta si se pueden guardar sus respuestas.</translation>
    </message>
    <message>
        <source>Kept are the answers alone: no name, no session, no time, and in no order that tells whose they are.</source>
        <translation>Se guardan solo las respuestas: sin nombre, sin sesión, sin hora y en un orden que no revela de quién son.</translation>
    </message>
    <message>
        <source>Folder for anonymous answers</source>
        <translation>Carpeta para las respuestas anónimas</translation>
    </message>
    <message>
        <source>No answers are kept.</source>
        <translation>No se guardan respuestas.</translation>
    </message>
    <message>
        <source>Answers are kept in: {0}</source>
        <translation>Las respuestas se guardan en: {0}</translation>
    </message>
    <message>
        <source>No answers have been kept there yet. From {0} completed forms on, the figures are shown here.</source>
        <translation>Todavía no se han guardado respuestas ahí. A partir de {0} cuestionarios completos, las cifras aparecen aquí.</translation>
    </message>
</context>
<context>
    <name>AnonymousFigures</name>
    <message>
        <source>Internal consistency, {0}</source>
        <translation>Consistencia interna, {0}</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Interés</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Cuestionarios</translation>
    </message>
    <message>
        <source>Cronbach&apos;s alpha</source>
        <translation>Alfa de Cronbach</translation>
    </message>
    <message>
        <source>Of 0 to 1; from about .8 the activities of a type are taken to measure one thing.</source>
        <translation>De 0 a 1; a partir de .8, más o menos, se considera que las actividades de un tipo miden una misma cosa.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>AnswerButton</name>
    <message>
        <source>Key {0}</source>
        <translation>Tecla {0}</translation>
    </message>
    <message>
        <source>{0}: key {1}</source>
        <translation>{0}: tecla {1}</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Career Guide</source>
        <translation>Career Guide</translation>
    </message>
    <message>
        <source>Something went wrong. You can go on; if it happens again, close and reopen the program.</source>
        <translation>Algo salió mal. Puedes continuar; si vuelve a pasar, cierra el programa y ábrelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>AreaChooser</name>
    <message>
        <source>United States</source>
        <translation>Estados Unidos</translation>
    </message>
    <message>
        <source>Place for pay figures</source>
        <translation>Lugar de las cifras de pago</translation>
    </message>
    <message>
        <source>Choose a state or area, or type part of its name</source>
        <translation>Elige un estado o una zona, o escribe parte del nombre</translation>
    </message>
</context>
<context>
    <name>Assessment</name>
    <message>
        <source>{0} {1} of 40</source>
        <translation>{0} {1} de 40</translation>
    </message>
    <message>
        <source>No clear pattern: your six interests are about equally strong.</source>
        <translation>Sin patrón claro: tus seis intereses son más o menos igual de fuertes.</translation>
    </message>
    <message>
        <source>{0} (equally strong)</source>
        <translation>{0} (igual de fuertes)</translation>
    </message>
    <message>
        <source>Strongest first: {0}.</source>
        <translation>Primero los más fuertes: {0}.</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, luego </translation>
    </message>
    <message>
        <source>Differences under about {0} of 40 points say little: another day they could come out the other way round.</source>
        <translation>Las diferencias de menos de {0} de 40 puntos dicen poco: otro día podrían salir al revés.</translation>
    </message>
    <message>
        <source>Your first three are clearly apart. {0}</source>
        <translation>Tus tres primeros se distinguen con claridad. {0}</translation>
    </message>
    <message>
        <source>{0} with {1}</source>
        <translation>{0} con {1}</translation>
    </message>
    <message>
        <source>{0} Here that goes for {1}.</source>
        <translation>{0} Aquí esto vale para {1}.</translation>
    </message>
    <message>
        <source>Great fit</source>
        <translation>Ajuste muy bueno</translation>
    </message>
    <message>
        <source>Good fit</source>
        <translation>Buen ajuste</translation>
    </message>
    <message>
        <source>Fair fit</source>
        <translation>Ajuste regular</translation>
    </message>
    <message>
        <source>Other careers</source>
        <translation>Otras carreras</translation>
    </message>
    <message>
        <source>holds firmly</source>
        <translation>se mantiene firme</translation>
    </message>
    <message>
        <source>holds mostly</source>
        <translation>se mantiene casi siempre</translation>
    </message>
    <message>
        <source>on the edge</source>
        <translation>en el límite</translation>
    </message>
    <message>
        <source>If your scores were measured again, with the usual error of measurement, this career would be in “{0}” in about {1} of 100 cases.</source>
        <translation>Si tus puntajes se midieran otra vez, con el error de medida habitual, esta carrera estaría en “{0}” en unos {1} de 100 casos.</translation>
    </message>
    <message>
        <source>Career Guide interest inventory</source>
        <translation>Cuestionario de intereses de Career Guide</translation>
    </message>
    <message>
        <source>take-home code</source>
        <translation>código para llevar</translation>
    </message>
    <message>
        <source>{0}, {1} activities</source>
        <translation>{0}, {1} actividades</translation>
    </message>
</context>
<context>
    <name>AssessmentFiles</name>
    <message>
        <source>the letter of this type is {0}.</source>
        <translation>la letra de este tipo es {0}.</translation>
    </message>
    <message>
        <source>there is no such key; there are {0}.</source>
        <translation>no existe esa clave; existen {0}.</translation>
    </message>
    <message>
        <source>a text is needed here.</source>
        <translation>aquí hace falta un texto.</translation>
    </message>
    <message>
        <source>a list of texts is needed here.</source>
        <translation>aquí hace falta una lista de textos.</translation>
    </message>
    <message>
        <source>a whole number is needed here.</source>
        <translation>aquí hace falta un número entero.</translation>
    </message>
    <message>
        <source>a number above {0:g}, at most {1:g}, is needed here.</source>
        <translation>aquí hace falta un número mayor que {0:g} y como máximo {1:g}.</translation>
    </message>
    <message>
        <source>true or false is needed here.</source>
        <translation>aquí hace falta true o false.</translation>
    </message>
    <message>
        <source>a table is needed here: [{0}].</source>
        <translation>aquí hace falta una tabla: [{0}].</translation>
    </message>
    <message>
        <source>tables are needed here, each beginning with [[{0}]].</source>
        <translation>aquí hacen falta tablas, cada una con [[{0}]] al comienzo.</translation>
    </message>
    <message>
        <source>the file cannot be read ({0}).</source>
        <translation>no se puede leer el archivo ({0}).</translation>
    </message>
    <message>
        <source>the file is too large for an inventory.</source>
        <translation>el archivo es demasiado grande para un cuestionario.</translation>
    </message>
    <message>
        <source>a code of two or three letters is needed here, such as “es”.</source>
        <translation>aquí hace falta un código de dos o tres letras, como “es”.</translation>
    </message>
    <message>
        <source>this is not TOML in UTF-8 ({0}).</source>
        <translation>esto no es TOML en UTF-8 ({0}).</translation>
    </message>
    <message>
        <source>the answers must rise from the least to the most liking.</source>
        <translation>las respuestas deben ir de lo que menos gusta a lo que más gusta.</translation>
    </message>
    <message>
        <source>there must be two to {0} answers.</source>
        <translation>debe haber de dos a {0} respuestas.</translation>
    </message>
    <message>
        <source>there are the types {0}.</source>
        <translation>existen los tipos {0}.</translation>
    </message>
    <message>
        <source>another item has the same id.</source>
        <translation>otra actividad tiene el mismo id.</translation>
    </message>
    <message>
        <source>an id is made of letters, digits, hyphens and underscores.</source>
        <translation>un id se forma con letras, dígitos, guiones y guiones bajos.</translation>
    </message>
    <message>
        <source>{0} has the same place.</source>
        <translation>{0} tiene el mismo lugar.</translation>
    </message>
    <message>
        <source>the whole form</source>
        <translation>la forma completa</translation>
    </message>
    <message>
        <source>the short form</source>
        <translation>la forma corta</translation>
    </message>
    <message>
        <source>{0} has none of the type {1}.</source>
        <translation>{0} no tiene ninguna del tipo {1}.</translation>
    </message>
    <message>
        <source>“{0}” needs one example each at the levels 2, 4 and 6, and nothing else.</source>
        <translation>“{0}” necesita un ejemplo en cada uno de los niveles 2, 4 y 6, y nada más.</translation>
    </message>
</context>
<context>
    <name>AssessmentPage</name>
    <message>
        <source>You paused with {0} answers. Starting anew throws them away.</source>
        <translation>Hiciste una pausa con {0} respuestas. Si empiezas de nuevo, se pierden.</translation>
    </message>
    <message>
        <source>Start anew?</source>
        <translation>¿Empezar de nuevo?</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Answer them now</source>
        <translation>Responderlas ahora</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>Seguir sin ellas</translation>
    </message>
    <message>
        <source>What is left out is counted like the others of its kind.</source>
        <translation>Lo que queda sin responder se cuenta como las demás de su tipo.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>That is too few for a result: at least four of five of each kind are needed.</source>
        <translation>Son muy pocas para un resultado: hacen falta al menos cuatro de cada cinco de cada tipo.</translation>
    </message>
    <message>
        <source>1 activity has no answer yet</source>
        <translation>1 actividad todavía no tiene respuesta</translation>
    </message>
    <message>
        <source>{0} activities have no answer yet</source>
        <translation>{0} actividades todavía no tienen respuesta</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Mirar otra vez</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>Seguir de todos modos</translation>
    </message>
    <message>
        <source>Shall we look again?</source>
        <translation>¿Miramos otra vez?</translation>
    </message>
    <message>
        <source>Almost all of your answers are the same one, so they cannot tell your interests apart.</source>
        <translation>Casi todas tus respuestas son la misma, así que no pueden distinguir tus intereses.</translation>
    </message>
    <message>
        <source>Your six interests come out about equally strong. That happens, and it leaves little to go by.</source>
        <translation>Tus seis intereses salen más o menos igual de fuertes. Eso pasa, y deja poco en qué apoyarse.</translation>
    </message>
    <message>
        <source>Most answers came in under a second. A little more time may give a truer picture.</source>
        <translation>La mayoría de las respuestas tardó menos de un segundo. Con un poco más de tiempo el resultado puede ser más fiel.</translation>
    </message>
    <message>
        <source>I am not sure yet</source>
        <translation>Todavía no lo sé</translation>
    </message>
    <message>
        <source>Up to zone {0}: {1}</source>
        <translation>Hasta la zona {0}: {1}</translation>
    </message>
    <message>
        <source>How much schooling and training are you ready for?</source>
        <translation>¿Para cuántos estudios y cuánta preparación tienes ganas?</translation>
    </message>
    <message>
        <source>Careers that usually ask for more are left out at first. You can change that at any time.</source>
        <translation>Al principio se dejan fuera las carreras que suelen pedir más. Puedes cambiarlo cuando quieras.</translation>
    </message>
    <message>
        <source>May we keep your answers to make this assessment better?</source>
        <translation>¿Podemos guardar tus respuestas para mejorar esta evaluación?</translation>
    </message>
    <message>
        <source>The answers alone would be kept here: no name, no day, nothing that tells they are yours.</source>
        <translation>Aquí solo se guardarían las respuestas: sin nombre, sin fecha, sin nada que diga que son tuyas.</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>No, gracias</translation>
    </message>
    <message>
        <source>Yes, keep my answers</source>
        <translation>Sí, guarden mis respuestas</translation>
    </message>
</context>
<context>
    <name>AssessmentsPanel</name>
    <message>
        <source>Related assessments</source>
        <translation>Exámenes relacionados</translation>
    </message>
    <message>
        <source>Tests that many people in this career take. Rules differ by place: ask a school or employer which apply.</source>
        <translation>Exámenes que hacen muchas personas de esta carrera. Las reglas cambian según el lugar: pregunta en una escuela o a un empleador cuáles se piden.</translation>
    </message>
    <message>
        <source>No assessment available.</source>
        <translation>No hay exámenes para esta carrera.</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message>
        <source>{0} careers are in this guide, each on one page.</source>
        <translation>En esta guía hay {0} carreras, cada una en una página.</translation>
    </message>
    <message>
        <source>{0}: {1} % more jobs are expected in ten years.</source>
        <translation>{0}: se esperan {1} % más empleos en diez años.</translation>
    </message>
    <message>
        <source>{0}: about {1} openings are expected every year.</source>
        <translation>{0}: se esperan unas {1} vacantes cada año.</translation>
    </message>
    <message>
        <source>{0}: half of the people earn more than {1} a year. A bachelor&apos;s degree is not usual to enter.</source>
        <translation>{0}: la mitad de las personas gana más de {1} al año. Para entrar no suele pedirse una licenciatura.</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Touch to begin</source>
        <translation>Toca para empezar</translation>
    </message>
    <message>
        <source>What could you become?</source>
        <translation>¿Qué podrías llegar a ser?</translation>
    </message>
    <message>
        <source>What people do, what they earn, and whether it suits you.</source>
        <translation>Qué hace la gente, cuánto gana y si te gustaría.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Source: {0}</source>
        <translation>Fuente: {0}</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>Something went wrong ({0}). Please try again.</source>
        <translation>Algo salió mal ({0}). Inténtalo de nuevo.</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Bring back a backup of the notebook</source>
        <translation>Recuperar una copia del cuaderno</translation>
    </message>
    <message>
        <source>What is saved now gives way to what the backup holds. The notebook as it is now is kept beside it as a file.</source>
        <translation>Lo que está guardado ahora se cambia por lo que tiene la copia. El cuaderno de ahora se conserva al lado, en un archivo.</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made each day the program is opened; the last seven are kept.</source>
        <translation>Todavía no hay copias. Se hace una cada día que se abre el programa; se conservan las últimas siete.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
</context>
<context>
    <name>BandCard</name>
    <message>
        <source>Show {0} more of {1}</source>
        <translation>Mostrar {0} más de {1}</translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message>
        <source>Career group</source>
        <translation>Grupo de carreras</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>Intereses</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>Job zone {0}: {1}</source>
        <translation>Zona de trabajo {0}: {1}</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Perspectivas</translation>
    </message>
    <message>
        <source>Any pay</source>
        <translation>Cualquier pago</translation>
    </message>
    <message>
        <source>At least {0} a year</source>
        <translation>Al menos {0} al año</translation>
    </message>
    <message>
        <source>Median pay</source>
        <translation>Pago mediano</translation>
    </message>
    <message>
        <source>Strong in …</source>
        <translation>Fuerte en…</translation>
    </message>
    <message>
        <source>Uses software …</source>
        <translation>Usa el programa…</translation>
    </message>
    <message>
        <source>Without a degree</source>
        <translation>Sin título universitario</translation>
    </message>
    <message>
        <source>Careers that people usually enter without a bachelor&apos;s or higher degree, by BLS</source>
        <translation>Carreras en las que, según el BLS, se suele entrar sin licenciatura ni título superior</translation>
    </message>
    <message>
        <source>{0} (knowledge)</source>
        <translation>{0} (conocimiento)</translation>
    </message>
    <message>
        <source>{0} (skill)</source>
        <translation>{0} (destreza)</translation>
    </message>
    <message>
        <source>Careers that fit</source>
        <translation>Carreras que cumplen</translation>
    </message>
    <message>
        <source>Browse careers</source>
        <translation>Explorar carreras</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>De la A a la Z</translation>
    </message>
    <message>
        <source>Best paid first</source>
        <translation>Primero las mejor pagadas</translation>
    </message>
    <message>
        <source>Fastest growing first</source>
        <translation>Primero las que más crecen</translation>
    </message>
    <message>
        <source>Most openings first</source>
        <translation>Primero las de más vacantes</translation>
    </message>
    <message>
        <source>Most people first</source>
        <translation>Primero las de más personas</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>Primero las que mejor encajan</translation>
    </message>
    <message>
        <source>great</source>
        <translation>muy bueno</translation>
    </message>
    <message>
        <source>Best fit for you first</source>
        <translation>Primero las que mejor encajan contigo</translation>
    </message>
    <message>
        <source>1 career</source>
        <translation>1 carrera</translation>
    </message>
    <message>
        <source>{0} careers</source>
        <translation>{0} carreras</translation>
    </message>
    <message>
        <source>No career fits all of this. Take a choice back.</source>
        <translation>Ninguna carrera cumple todo esto. Quita alguna condición.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Take back: {0}</source>
        <translation>Quitar: {0}</translation>
    </message>
</context>
<context>
    <name>BuildDialog</name>
    <message>
        <source>Build a guide</source>
        <translation>Crear una guía</translation>
    </message>
    <message>
        <source>O*NET release</source>
        <translation>Edición de O*NET</translation>
    </message>
    <message>
        <source>zip file or folder, text layout</source>
        <translation>archivo zip o carpeta, formato de texto</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Archivo…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Carpeta…</translation>
    </message>
    <message>
        <source>Wages (OEWS), optional</source>
        <translation>Salarios (OEWS), opcional</translation>
    </message>
    <message>
        <source>csv, xlsx or zip</source>
        <translation>csv, xlsx o zip</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Archivos…</translation>
    </message>
    <message>
        <source>Employment Projections, optional</source>
        <translation>Proyecciones de Empleo, opcional</translation>
    </message>
    <message>
        <source>occupation.xlsx or csv</source>
        <translation>occupation.xlsx o csv</translation>
    </message>
    <message>
        <source>Save the guide as</source>
        <translation>Guardar la guía como</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Build a guide from official releases</source>
        <translation>Crear una guía con las ediciones oficiales</translation>
    </message>
    <message>
        <source>Download the O*NET database (text files) from onetcenter.org, and OEWS tables and Employment Projections from bls.gov, then choose them here. The guide in use stays as it is until the new one is whole.</source>
        <translation>Descarga la base de datos O*NET (archivos de texto) de onetcenter.org, y las tablas OEWS y las Proyecciones de Empleo de bls.gov, y elígelas aquí. La guía en uso queda como está hasta que la nueva esté completa.</translation>
    </message>
    <message>
        <source>Choose an O*NET release and a place to save the guide.</source>
        <translation>Elige una edición de O*NET y un lugar para guardar la guía.</translation>
    </message>
    <message>
        <source>The build was cancelled; nothing was changed.</source>
        <translation>Se canceló la creación; no cambió nada.</translation>
    </message>
    <message>
        <source>{0}: the folder cannot be made ({1}).</source>
        <translation>{0}: no se puede crear la carpeta ({1}).</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>CareersView</name>
    <message>
        <source>Schooling I am ready for</source>
        <translation>Estudios para los que tengo ganas</translation>
    </message>
    <message>
        <source>Leaves out careers that usually ask for more</source>
        <translation>Deja fuera las carreras que suelen pedir más</translation>
    </message>
    <message>
        <source>Any schooling</source>
        <translation>Cualquier nivel de estudios</translation>
    </message>
    <message>
        <source>Up to zone {0}: {1}</source>
        <translation>Hasta la zona {0}: {1}</translation>
    </message>
    <message>
        <source>Sort each band by</source>
        <translation>Ordenar cada grupo por</translation>
    </message>
    <message>
        <source>Best fit first</source>
        <translation>Primero las que mejor encajan</translation>
    </message>
    <message>
        <source>Best paid first</source>
        <translation>Primero las mejor pagadas</translation>
    </message>
    <message>
        <source>Fastest growing first</source>
        <translation>Primero las que más crecen</translation>
    </message>
    <message>
        <source>Most openings first</source>
        <translation>Primero las de más vacantes</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>De la A a la Z</translation>
    </message>
    <message>
        <source>Careers that go with your interests</source>
        <translation>Carreras que van con tus intereses</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Vale la pena mirarlas</translation>
    </message>
    <message>
        <source>The nearest of the others</source>
        <translation>Las más cercanas de las demás</translation>
    </message>
    <message>
        <source>{0}: 1 career</source>
        <translation>{0}: 1 carrera</translation>
    </message>
    <message>
        <source>{0}: {1} careers</source>
        <translation>{0}: {1} carreras</translation>
    </message>
    <message>
        <source>Your scores show no clear pattern, so nothing can be matched. These careers mix all six interests.</source>
        <translation>Tus puntajes no muestran un patrón claro, así que no hay con qué comparar. Estas carreras mezclan los seis intereses.</translation>
    </message>
    <message>
        <source>Few careers fit closely, so the nearest of the others are shown too.</source>
        <translation>Pocas carreras encajan bien, por eso se muestran también las más cercanas de las demás.</translation>
    </message>
    <message>
        <source>Careers within a band differ little. How well interests fit says only a little about being content at work.</source>
        <translation>Dentro de un grupo las carreras se diferencian poco. Que los intereses encajen dice solo un poco sobre estar a gusto en el trabajo.</translation>
    </message>
    <message>
        <source> The schooling for 1 of these careers is not known.</source>
        <translation> No se conocen los estudios de 1 de estas carreras.</translation>
    </message>
    <message>
        <source> The schooling for {0} of these careers is not known.</source>
        <translation> No se conocen los estudios de {0} de estas carreras.</translation>
    </message>
</context>
<context>
    <name>CenterContent</name>
    <message>
        <source>Otherwise than it says here</source>
        <translation>Distinto de lo que dice aquí</translation>
    </message>
    <message>
        <source>Training near here</source>
        <translation>Formación cerca de aquí</translation>
    </message>
    <message>
        <source>Employers near here</source>
        <translation>Empleadores cerca de aquí</translation>
    </message>
    <message>
        <source>More assessments</source>
        <translation>Más exámenes</translation>
    </message>
    <message>
        <source>Whom to ask</source>
        <translation>A quién preguntar</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Bueno saberlo</translation>
    </message>
    <message>
        <source>From {0}</source>
        <translation>De {0}</translation>
    </message>
    <message>
        <source>Added by your center. Not from O*NET or the Bureau of Labor Statistics.</source>
        <translation>Agregado por tu centro. No es de O*NET ni de la Oficina de Estadísticas Laborales.</translation>
    </message>
    <message>
        <source>Source: {0}, {1}</source>
        <translation>Fuente: {0}, {1}</translation>
    </message>
    <message>
        <source>title</source>
        <translation>título</translation>
    </message>
    <message>
        <source>description</source>
        <translation>descripción</translation>
    </message>
    <message>
        <source>other titles</source>
        <translation>otros títulos</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>tareas</translation>
    </message>
    <message>
        <source>Translated by {0}, {1}: {2}. Not an official translation.</source>
        <translation>Traducido por {0}, {1}: {2}. No es una traducción oficial.</translation>
    </message>
</context>
<context>
    <name>CenterDialog</name>
    <message>
        <source>Our center&apos;s own content</source>
        <translation>Contenido propio de nuestro centro</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>a TOML file, see the manual</source>
        <translation>un archivo TOML, ver el manual</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Archivo…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Show none</source>
        <translation>No mostrar ninguno</translation>
    </message>
    <message>
        <source>The file itself stays where it is</source>
        <translation>El archivo mismo queda donde está</translation>
    </message>
    <message>
        <source>Read and show</source>
        <translation>Leer y mostrar</translation>
    </message>
    <message>
        <source>Training, employers, contacts, assessments and corrections of your own, shown on the pages of careers apart from what is official. They stay through every update of the data.</source>
        <translation>Formación, empleadores, contactos, exámenes y correcciones propias, que se muestran en las páginas de las carreras aparte de lo oficial. Se conservan con cada actualización de los datos.</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Elige primero un archivo.</translation>
    </message>
    <message>
        <source>{0}: {1} entries and {2} translations are shown now.</source>
        <translation>{0}: ahora se muestran {1} entradas y {2} traducciones.</translation>
    </message>
    <message>
        <source>Nothing of your center is shown now.</source>
        <translation>Ahora no se muestra nada de tu centro.</translation>
    </message>
</context>
<context>
    <name>CenterFile</name>
    <message>
        <source>{0}: the name of the center is missing ([center], name).</source>
        <translation>{0}: falta el nombre del centro ([center], name).</translation>
    </message>
    <message>
        <source>{0}: there are more than {1} entries.</source>
        <translation>{0}: hay más de {1} entradas.</translation>
    </message>
    <message>
        <source>{0}: and {1} more.</source>
        <translation>{0}: y {1} más.</translation>
    </message>
    <message>
        <source>the guide is in English, so a translation into “en” is never shown. To say something otherwise, write a correction.</source>
        <translation>la guía está en inglés, así que una traducción a “en” nunca se muestra. Para decir algo de otro modo, escribe una corrección.</translation>
    </message>
    <message>
        <source>“{0}” must be the O*NET-SOC code of one occupation, in quotes, such as “29-1141.00”.</source>
        <translation>“{0}” debe ser el código O*NET-SOC de una sola ocupación, entre comillas, como “29-1141.00”.</translation>
    </message>
    <message>
        <source>these are missing: {0}.</source>
        <translation>faltan: {0}.</translation>
    </message>
    <message>
        <source>must be a text of at most {0} characters</source>
        <translation>debe ser un texto de {0} caracteres como máximo</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>no puede estar vacío</translation>
    </message>
    <message>
        <source>must be a day such as 2026-11-27, without quotes</source>
        <translation>debe ser un día como 2026-11-27, sin comillas</translation>
    </message>
    <message>
        <source>must be O*NET-SOC codes, beginnings of codes such as “29-”, or “all”</source>
        <translation>deben ser códigos O*NET-SOC, comienzos de códigos como “29-”, o “all”</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>debe ser una lista de textos</translation>
    </message>
</context>
<context>
    <name>CertaintyDialog</name>
    <message>
        <source>How sure is this?</source>
        <translation>¿Qué tan seguro es esto?</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>0 to 100</source>
        <translation>0 a 100</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>Error estándar</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalo del 95 %</translation>
    </message>
    <message>
        <source>The rating in figures</source>
        <translation>La calificación en cifras</translation>
    </message>
    <message>
        <source>Importance (1 to 5)</source>
        <translation>Importancia (1 a 5)</translation>
    </message>
    <message>
        <source>Level (0 to 7)</source>
        <translation>Nivel (0 a 7)</translation>
    </message>
    <message>
        <source>Who rated this was not published.</source>
        <translation>No se publicó quién calificó esto.</translation>
    </message>
    <message>
        <source>Rated by {0} in {1}.</source>
        <translation>Calificado por {0} en {1}.</translation>
    </message>
    <message>
        <source>Rated by {0}.</source>
        <translation>Calificado por {0}.</translation>
    </message>
    <message>
        <source>Importance: {0}</source>
        <translation>Importancia: {0}</translation>
    </message>
    <message>
        <source>Level: those who rated said it is not relevant to this career, so no level is shown.</source>
        <translation>Nivel: quienes calificaron dijeron que no tiene que ver con esta carrera, por eso no se muestra ningún nivel.</translation>
    </message>
    <message>
        <source>Level: {0}</source>
        <translation>Nivel: {0}</translation>
    </message>
    <message>
        <source>Low precision: few people answered, or their answers were far apart. Take it as a rough guide.</source>
        <translation>Baja precisión: respondieron pocas personas, o sus respuestas fueron muy distintas. Tómalo como una orientación aproximada.</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} a {1}</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>save</source>
        <translation>guardar</translation>
    </message>
    <message>
        <source>Saved in “{0}”.</source>
        <translation>Guardada en “{0}”.</translation>
    </message>
    <message>
        <source>new list</source>
        <translation>lista nueva</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>quitar</translation>
    </message>
    <message>
        <source>Taken out of the list.</source>
        <translation>Quitada de la lista.</translation>
    </message>
    <message>
        <source>move</source>
        <translation>mover</translation>
    </message>
    <message>
        <source>color</source>
        <translation>color</translation>
    </message>
    <message>
        <source>rename list</source>
        <translation>cambiar el nombre de la lista</translation>
    </message>
    <message>
        <source>move list</source>
        <translation>mover la lista</translation>
    </message>
    <message>
        <source>delete list</source>
        <translation>eliminar la lista</translation>
    </message>
    <message>
        <source>The list “{0}” is deleted.</source>
        <translation>Se eliminó la lista “{0}”.</translation>
    </message>
    <message>
        <source>1 career brought in.</source>
        <translation>Se trajo 1 carrera.</translation>
    </message>
    <message>
        <source>{0} careers brought in.</source>
        <translation>Se trajeron {0} carreras.</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Dashed: the difference may be due to chance.</source>
        <translation>Línea discontinua: la diferencia puede deberse al azar.</translation>
    </message>
    <message>
        <source>Importance and level together, from 0 to 100. {0}</source>
        <translation>Importancia y nivel juntos, de 0 a 100. {0}</translation>
    </message>
    <message>
        <source>{0}: {1}, may be due to chance.</source>
        <translation>{0}: {1}, puede deberse al azar.</translation>
    </message>
    <message>
        <source>Education of people hired</source>
        <translation>Estudios de las personas contratadas</translation>
    </message>
    <message>
        <source>not surveyed</source>
        <translation>no encuestada</translation>
    </message>
    <message>
        <source>Not surveyed.</source>
        <translation>No encuestada.</translation>
    </message>
    <message>
        <source>Percent of people hired by schooling. {0}</source>
        <translation>Porcentaje de personas contratadas según sus estudios. {0}</translation>
    </message>
    <message>
        <source>Expected change in jobs</source>
        <translation>Cambio esperado en los empleos</translation>
    </message>
    <message>
        <source>No job outlook is published.</source>
        <translation>No se publican perspectivas de empleo.</translation>
    </message>
    <message>
        <source> Dashed line: all occupations together, {0:+.1f} %.</source>
        <translation> Línea discontinua: todas las ocupaciones juntas, {0:+.1f} %.</translation>
    </message>
    <message>
        <source>Change in the number of jobs{0}, in percent.{1}</source>
        <translation>Cambio en el número de empleos{0}, en porcentaje.{1}</translation>
    </message>
    <message>
        <source> All occupations together: {0:+.1f} %.</source>
        <translation> Todas las ocupaciones juntas: {0:+.1f} %.</translation>
    </message>
    <message>
        <source>Expected change in the number of jobs{0}. {1}{2}</source>
        <translation>Cambio esperado en el número de empleos{0}. {1}{2}</translation>
    </message>
    <message>
        <source> from {0} to {1}</source>
        <translation> de {0} a {1}</translation>
    </message>
    <message>
        <source>Interest profiles</source>
        <translation>Perfiles de intereses</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>no calificada</translation>
    </message>
    <message>
        <source>Not rated.</source>
        <translation>No calificada.</translation>
    </message>
    <message>
        <source>Scores from 0 to 100, the strongest type first. {0}</source>
        <translation>Puntajes de 0 a 100, primero el tipo más fuerte. {0}</translation>
    </message>
    <message>
        <source>Pay ranges</source>
        <translation>Rangos de pago</translation>
    </message>
    <message>
        <source>Thin line: from the lowest 10&#xa0;% to the highest 10&#xa0;%. Thick bar: the middle half. Mark: the median.</source>
        <translation>Línea fina: del 10 % que menos gana al 10 % que más gana. Barra gruesa: la mitad central. Marca: la mediana.</translation>
    </message>
    <message>
        <source> Arrow: the highest pay is at or above the limit up to which it is published.</source>
        <translation> Flecha: el pago más alto llega al límite hasta el que se publica, o lo supera.</translation>
    </message>
    <message>
        <source>Pay is not published.</source>
        <translation>El pago no se publica.</translation>
    </message>
    <message>
        <source>Dollars {0}. {1}{2}{3}</source>
        <translation>Dólares {0}. {1}{2}{3}</translation>
    </message>
    <message>
        <source>Pay in dollars {0}. {1}{2}</source>
        <translation>Pago en dólares {0}. {1}{2}</translation>
    </message>
    <message>
        <source> Pay by the hour only is published for {0}; it is shown for a year of 2,080 hours.</source>
        <translation> Para {0} solo se publica el pago por hora; se muestra para un año de 2,080 horas.</translation>
    </message>
    <message>
        <source>{0}: not published.</source>
        <translation>{0}: no publicado.</translation>
    </message>
    <message>
        <source>lowest 10 %</source>
        <translation>10 % más bajo</translation>
    </message>
    <message>
        <source>lowest 25 %</source>
        <translation>25 % más bajo</translation>
    </message>
    <message>
        <source>median</source>
        <translation>mediana</translation>
    </message>
    <message>
        <source>highest 25 %</source>
        <translation>25 % más alto</translation>
    </message>
    <message>
        <source>highest 10 %</source>
        <translation>10 % más alto</translation>
    </message>
</context>
<context>
    <name>ClientWindow</name>
    <message>
        <source>Career Guide – for you</source>
        <translation>Career Guide – para ti</translation>
    </message>
    <message>
        <source>Career Guide</source>
        <translation>Career Guide</translation>
    </message>
    <message>
        <source>Careers that you look at together appear here.</source>
        <translation>Aquí aparecen las carreras que miren juntos.</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>No color</source>
        <translation>Sin color</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Ámbar</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Morado</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>What they pay</source>
        <translation>Cuánto pagan</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Education of people hired</source>
        <translation>Estudios de las personas contratadas</translation>
    </message>
    <message>
        <source>Will there be jobs?</source>
        <translation>¿Habrá empleo?</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>Intereses</translation>
    </message>
    <message>
        <source>Knowledge in which they differ most</source>
        <translation>Conocimientos en los que más se diferencian</translation>
    </message>
    <message>
        <source>Skills in which they differ most</source>
        <translation>Destrezas en las que más se diferencian</translation>
    </message>
    <message>
        <source>How to prepare</source>
        <translation>Cómo prepararse</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Copy figures</source>
        <translation>Copiar cifras</translation>
    </message>
    <message>
        <source>Copy all figures as a table, to paste into a spreadsheet or a text</source>
        <translation>Copiar todas las cifras como tabla, para pegarlas en una hoja de cálculo o un texto</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Guardar imagen…</translation>
    </message>
    <message>
        <source>Save the charts as a picture (PNG or SVG)</source>
        <translation>Guardar las gráficas como imagen (PNG o SVG)</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Informe…</translation>
    </message>
    <message>
        <source>A report to print or to save</source>
        <translation>Un informe para imprimir o guardar</translation>
    </message>
    <message>
        <source>Add a career …</source>
        <translation>Agregar una carrera…</translation>
    </message>
    <message>
        <source>Compare careers</source>
        <translation>Comparar carreras</translation>
    </message>
    <message>
        <source>Put two to four careers side by side: pay, schooling, growth, interests, knowledge, skills and tasks.</source>
        <translation>Pon de dos a cuatro carreras lado a lado: pago, estudios, crecimiento, intereses, conocimientos, destrezas y tareas.</translation>
    </message>
    <message>
        <source>Add one more career to compare it with.</source>
        <translation>Agrega otra carrera para compararla.</translation>
    </message>
    <message>
        <source>{0} careers compared</source>
        <translation>{0} carreras comparadas</translation>
    </message>
    <message>
        <source>Figures copied</source>
        <translation>Cifras copiadas</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>Imagen PNG (*.png);;Dibujo SVG (*.svg)</translation>
    </message>
    <message>
        <source>careers compared.png</source>
        <translation>carreras comparadas.png</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Guardar imagen</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Pay, lowest 10 %</source>
        <translation>Pago, 10 % más bajo</translation>
    </message>
    <message>
        <source>Pay, lowest 25 %</source>
        <translation>Pago, 25 % más bajo</translation>
    </message>
    <message>
        <source>Pay, median</source>
        <translation>Pago, mediana</translation>
    </message>
    <message>
        <source>Pay, highest 25 %</source>
        <translation>Pago, 25 % más alto</translation>
    </message>
    <message>
        <source>Pay, highest 10 %</source>
        <translation>Pago, 10 % más alto</translation>
    </message>
    <message>
        <source>Pay, mean</source>
        <translation>Pago, promedio</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Conocimientos</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Destreza</translation>
    </message>
    <message>
        <source>Career</source>
        <translation>Carrera</translation>
    </message>
    <message>
        <source>O*NET-SOC code</source>
        <translation>Código O*NET-SOC</translation>
    </message>
    <message>
        <source>Job zone</source>
        <translation>Zona de trabajo</translation>
    </message>
    <message>
        <source>Interest: {0} (0–100)</source>
        <translation>Interés: {0} (0–100)</translation>
    </message>
    <message>
        <source>{0}: {1}, importance (0–100)</source>
        <translation>{0}: {1}, importancia (0–100)</translation>
    </message>
    <message>
        <source>{0}: {1}, level (0–100)</source>
        <translation>{0}: {1}, nivel (0–100)</translation>
    </message>
    <message>
        <source>not relevant</source>
        <translation>no corresponde</translation>
    </message>
    <message>
        <source>Place of pay</source>
        <translation>Lugar del pago</translation>
    </message>
    <message>
        <source>{0}, dollars {1}</source>
        <translation>{0}, dólares {1}</translation>
    </message>
    <message>
        <source>Pay is published for</source>
        <translation>El pago se publica para</translation>
    </message>
    <message>
        <source> or more</source>
        <translation> o más</translation>
    </message>
    <message>
        <source>Education: {0}, percent of people hired</source>
        <translation>Estudios: {0}, porcentaje de personas contratadas</translation>
    </message>
    <message>
        <source>People who work in it</source>
        <translation>Personas que trabajan en ella</translation>
    </message>
    <message>
        <source>Expected change in jobs, percent</source>
        <translation>Cambio esperado en los empleos, porcentaje</translation>
    </message>
    <message>
        <source>Years of the change</source>
        <translation>Años del cambio</translation>
    </message>
    <message>
        <source>Openings a year</source>
        <translation>Vacantes al año</translation>
    </message>
    <message>
        <source>Typical education to enter (BLS)</source>
        <translation>Estudios habituales para entrar (BLS)</translation>
    </message>
</context>
<context>
    <name>ContentWords</name>
    <message>
        <source>“{0}” is not what is needed here; see docs/translating.md.</source>
        <translation>“{0}” no es lo que hace falta aquí; consulta docs/translating.md.</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>1 career</source>
        <translation>1 carrera</translation>
    </message>
    <message>
        <source>{0} careers</source>
        <translation>{0} carreras</translation>
    </message>
    <message>
        <source>interest scores</source>
        <translation>puntajes de intereses</translation>
    </message>
    <message>
        <source>job zone {0}</source>
        <translation>zona de trabajo {0}</translation>
    </message>
    <message>
        <source>no name.</source>
        <translation>sin nombre.</translation>
    </message>
    <message>
        <source>This guide has no career with the code {0}. It is kept in the list all the same.</source>
        <translation>Esta guía no tiene ninguna carrera con el código {0}. De todos modos se conserva en la lista.</translation>
    </message>
    <message>
        <source>This guide has no careers with the codes {0}. They are kept in the list all the same.</source>
        <translation>Esta guía no tiene carreras con los códigos {0}. De todos modos se conservan en la lista.</translation>
    </message>
    <message>
        <source>Made with O*NET {0}.</source>
        <translation>Hecho con O*NET {0}.</translation>
    </message>
</context>
<context>
    <name>ContrastList</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Segura</translation>
    </message>
    <message>
        <source>Show the largest only</source>
        <translation>Mostrar solo las mayores</translation>
    </message>
    <message>
        <source>Show all {0}</source>
        <translation>Mostrar todas: {0}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Time left</source>
        <translation>Tiempo que queda</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Sigo aquí</translation>
    </message>
    <message>
        <source>I am done</source>
        <translation>Ya terminé</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigues ahí?</translation>
    </message>
    <message>
        <source>In 1 second everything you did here is forgotten.</source>
        <translation>En 1 segundo se olvida todo lo que hiciste aquí.</translation>
    </message>
    <message>
        <source>In {0} seconds everything you did here is forgotten.</source>
        <translation>En {0} segundos se olvida todo lo que hiciste aquí.</translation>
    </message>
</context>
<context>
    <name>CurrentTab</name>
    <message>
        <source>My career is …</source>
        <translation>Mi carrera es…</translation>
    </message>
    <message>
        <source>How much preparation</source>
        <translation>Cuánta preparación</translation>
    </message>
    <message>
        <source>By job zone, against that of your career</source>
        <translation>Según la zona de trabajo, frente a la de tu carrera</translation>
    </message>
    <message>
        <source>Careers near yours</source>
        <translation>Carreras cercanas a la tuya</translation>
    </message>
    <message>
        <source>What you keep</source>
        <translation>Lo que conservas</translation>
    </message>
    <message>
        <source>What your career asks is taken as what you have. Others are compared with that.</source>
        <translation>Lo que pide tu carrera se toma como lo que tienes. Las demás se comparan con eso.</translation>
    </message>
    <message>
        <source>Choose the career you work in, or one you know well.</source>
        <translation>Elige la carrera en la que trabajas o una que conozcas bien.</translation>
    </message>
    <message>
        <source>This career has not been rated yet, so that nothing can be compared with it.</source>
        <translation>Esta carrera todavía no se ha calificado, así que no se puede comparar nada con ella.</translation>
    </message>
    <message>
        <source>The {0} closest of {1} careers: little is missing, and little of what you have goes unused.</source>
        <translation>Las {0} más cercanas de {1} carreras: falta poco, y poco de lo que tienes queda sin usar.</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>{month} {day}, {year}</source>
        <translation>{day} de {month} de {year}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} de {year}</translation>
    </message>
    <message>
        <source>January</source>
        <translation>enero</translation>
    </message>
    <message>
        <source>February</source>
        <translation>febrero</translation>
    </message>
    <message>
        <source>March</source>
        <translation>marzo</translation>
    </message>
    <message>
        <source>April</source>
        <translation>abril</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mayo</translation>
    </message>
    <message>
        <source>June</source>
        <translation>junio</translation>
    </message>
    <message>
        <source>July</source>
        <translation>julio</translation>
    </message>
    <message>
        <source>August</source>
        <translation>agosto</translation>
    </message>
    <message>
        <source>September</source>
        <translation>septiembre</translation>
    </message>
    <message>
        <source>October</source>
        <translation>octubre</translation>
    </message>
    <message>
        <source>November</source>
        <translation>noviembre</translation>
    </message>
    <message>
        <source>December</source>
        <translation>diciembre</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>My careers</source>
        <translation>Mis carreras</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Taken out of the comparison.</source>
        <translation>Quitada de la comparación.</translation>
    </message>
    <message>
        <source>Four careers are compared already. Take one out first.</source>
        <translation>Ya se comparan cuatro carreras. Primero quita una.</translation>
    </message>
    <message>
        <source>Compare now</source>
        <translation>Comparar ahora</translation>
    </message>
    <message>
        <source>Ready to compare. Add another career.</source>
        <translation>Lista para comparar. Agrega otra carrera.</translation>
    </message>
    <message>
        <source>{0} careers are ready to compare.</source>
        <translation>{0} carreras listas para comparar.</translation>
    </message>
    <message>
        <source>Careers compared</source>
        <translation>Carreras comparadas</translation>
    </message>
    <message>
        <source>Session summary</source>
        <translation>Resumen de la sesión</translation>
    </message>
    <message>
        <source>take-home code</source>
        <translation>código para llevar</translation>
    </message>
    <message>
        <source>Brought along</source>
        <translation>Traídas de otro lugar</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>A session under a passphrase was begun meanwhile. Export or delete it first, then try again.</source>
        <translation>Mientras tanto se inició una sesión con contraseña. Primero expórtala o elimínala y luego inténtalo de nuevo.</translation>
    </message>
</context>
<context>
    <name>DifferencesCard</name>
    <message>
        <source>Where they differ most</source>
        <translation>En qué se diferencian más</translation>
    </message>
    <message>
        <source>Only differences that are sure</source>
        <translation>Solo diferencias seguras</translation>
    </message>
    <message>
        <source>Ratings come from a sample of people, so each has a range in which the true figure most likely lies (a 95 % interval). A difference is sure when the ranges of the highest and the lowest do not overlap.</source>
        <translation>Las calificaciones vienen de una muestra de personas, por eso cada una tiene un margen en el que muy probablemente está la cifra verdadera (un intervalo del 95 %). Una diferencia es segura cuando los márgenes de la más alta y de la más baja no se tocan.</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Conocimientos</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Destrezas</translation>
    </message>
    <message>
        <source>Importance and level together, from 0 to 100; what is not relevant counts as 0. Career Guide computes these figures.</source>
        <translation>Importancia y nivel juntos, de 0 a 100; lo que no corresponde cuenta como 0. Estas cifras las calcula Career Guide.</translation>
    </message>
    <message>
        <source>Not rated yet, so left out here: {0}.</source>
        <translation>Todavía sin calificar, por eso no están aquí: {0}.</translation>
    </message>
    <message>
        <source>Fewer than two of these careers have been rated on this.</source>
        <translation>En esto se han calificado menos de dos de estas carreras.</translation>
    </message>
    <message>
        <source>No difference is sure. Take the tick away to see all.</source>
        <translation>Ninguna diferencia es segura. Quita la marca para verlas todas.</translation>
    </message>
    <message>
        <source>They do not differ.</source>
        <translation>No se diferencian.</translation>
    </message>
</context>
<context>
    <name>Domain</name>
    <message>
        <source>No diploma</source>
        <translation>Sin diploma</translation>
    </message>
    <message>
        <source>High school</source>
        <translation>Secundaria</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Some college</source>
        <translation>Algo de universidad</translation>
    </message>
    <message>
        <source>Associate&apos;s degree</source>
        <translation>Título asociado</translation>
    </message>
    <message>
        <source>Bachelor&apos;s degree</source>
        <translation>Licenciatura</translation>
    </message>
    <message>
        <source>Certificate after bachelor&apos;s</source>
        <translation>Certificado tras la licenciatura</translation>
    </message>
    <message>
        <source>Master&apos;s degree</source>
        <translation>Maestría</translation>
    </message>
    <message>
        <source>Certificate after master&apos;s</source>
        <translation>Certificado tras la maestría</translation>
    </message>
    <message>
        <source>Professional degree</source>
        <translation>Título profesional</translation>
    </message>
    <message>
        <source>Doctorate</source>
        <translation>Doctorado</translation>
    </message>
    <message>
        <source>Post-doctoral training</source>
        <translation>Posdoctorado</translation>
    </message>
</context>
<context>
    <name>Download</name>
    <message>
        <source>{0}: the server leads to an address that is not protected; nothing was taken from it.</source>
        <translation>{0}: el servidor lleva a una dirección sin protección; no se tomó nada de ella.</translation>
    </message>
    <message>
        <source>{0}: the file cannot be read ({1}).</source>
        <translation>{0}: no se puede leer el archivo ({1}).</translation>
    </message>
    <message>
        <source>{0}: the file could not be fetched ({1}). What has come is kept; try again later.</source>
        <translation>{0}: no se pudo traer el archivo ({1}). Lo que llegó se conserva; inténtalo más tarde.</translation>
    </message>
    <message>
        <source>the file changed meanwhile</source>
        <translation>el archivo cambió mientras tanto</translation>
    </message>
    <message>
        <source>{0}: this file is far too large to be a release.</source>
        <translation>{0}: este archivo es demasiado grande para ser una edición.</translation>
    </message>
    <message>
        <source>the connection ended early</source>
        <translation>la conexión terminó antes de tiempo</translation>
    </message>
    <message>
        <source>The network cannot be used as this computer is set up ({0}). Its administrator should look at the proxy and the certificates that are set for programs.</source>
        <translation>Con la configuración de esta computadora no se puede usar la red ({0}). Quien la administra debe revisar el proxy y los certificados configurados para los programas.</translation>
    </message>
    <message>
        <source>{0}: the server leads in circles.</source>
        <translation>{0}: el servidor da vueltas en círculo.</translation>
    </message>
    <message>
        <source>{0}: the server could not prove that it is the one it says. If your school filters the network, its administrator must allow this address.</source>
        <translation>{0}: el servidor no pudo demostrar que es el que dice. Si tu escuela filtra la red, quien la administra debe permitir esta dirección.</translation>
    </message>
    <message>
        <source>there is no connection to {0}</source>
        <translation>no hay conexión con {0}</translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation>el servidor no responde</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>se perdió la conexión</translation>
    </message>
    <message>
        <source>{0}: this is not an address.</source>
        <translation>{0}: esto no es una dirección.</translation>
    </message>
    <message>
        <source>The file is far too large to be a release.</source>
        <translation>El archivo es demasiado grande para ser una edición.</translation>
    </message>
    <message>
        <source>the server answers {0}</source>
        <translation>el servidor responde {0}</translation>
    </message>
    <message>
        <source>{0}: there is no such file at {1}.</source>
        <translation>{0}: en {1} no existe ese archivo.</translation>
    </message>
    <message>
        <source>{0}: {1} refuses the file (answer {2}).</source>
        <translation>{0}: {1} no da el archivo (respuesta {2}).</translation>
    </message>
    <message>
        <source>{0}: the server sent a web page in its place; perhaps it wants a sign-in first.</source>
        <translation>{0}: el servidor mandó una página web en su lugar; quizás antes pide iniciar sesión.</translation>
    </message>
    <message>
        <source>{0}: the file is not the one that was published (its checksum differs).</source>
        <translation>{0}: el archivo no es el que se publicó (su suma de control es otra).</translation>
    </message>
    <message>
        <source>{0}: the file cannot be kept ({1}).</source>
        <translation>{0}: no se puede guardar el archivo ({1}).</translation>
    </message>
    <message>
        <source>the list of releases cannot be read ({0}).</source>
        <translation>no se puede leer la lista de ediciones ({0}).</translation>
    </message>
    <message>
        <source>{0}: no O*NET release in the text layout was found here.</source>
        <translation>{0}: aquí no se encontró ninguna edición de O*NET en formato de texto.</translation>
    </message>
    <message>
        <source>{0}: the folder cannot be read ({1}).</source>
        <translation>{0}: no se puede leer la carpeta ({1}).</translation>
    </message>
    <message>
        <source>{0}: the page that names the newest release cannot be reached ({1}). Try again later.</source>
        <translation>{0}: no se puede abrir la página que nombra la edición más reciente ({1}). Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>{0}: the server does not give the page that names the newest release (answer {1}). You can download the files with a browser, and choose the folder they are in.</source>
        <translation>{0}: el servidor no entrega la página que nombra la edición más reciente (respuesta {1}). Puedes descargar los archivos con un navegador y elegir la carpeta donde están.</translation>
    </message>
</context>
<context>
    <name>EarlierGuide</name>
    <message>
        <source>&amp;Go back to the guide built last ({0})</source>
        <translation>&amp;Volver a la última guía creada ({0})</translation>
    </message>
    <message>
        <source>&amp;Go back to the guide before the update ({0})</source>
        <translation>&amp;Volver a la guía anterior ({0})</translation>
    </message>
    <message>
        <source>&amp;Go back to the built-in guide ({0})</source>
        <translation>&amp;Volver a la guía incluida ({0})</translation>
    </message>
</context>
<context>
    <name>EducationPanel</name>
    <message>
        <source>Education of people hired</source>
        <translation>Estudios de las personas contratadas</translation>
    </message>
    <message>
        <source>Schooling</source>
        <translation>Estudios</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Porcentaje</translation>
    </message>
    <message>
        <source>Experience and training</source>
        <translation>Experiencia y capacitación</translation>
    </message>
    <message>
        <source>To start</source>
        <translation>Para entrar</translation>
    </message>
    <message>
        <source>The schooling of people in this career has not been surveyed yet.</source>
        <translation>Todavía no se ha encuestado sobre los estudios de las personas de esta carrera.</translation>
    </message>
    <message>
        <source>Education of people hired, bar chart</source>
        <translation>Estudios de las personas contratadas, gráfica de barras</translation>
    </message>
    <message>
        <source>Typical schooling to enter, by the Bureau of Labor Statistics: {0}.</source>
        <translation>Estudios habituales para entrar, según la Oficina de Estadísticas Laborales: {0}.</translation>
    </message>
    <message>
        <source>The Bureau of Labor Statistics gives no typical schooling for this career.</source>
        <translation>La Oficina de Estadísticas Laborales no indica estudios habituales para esta carrera.</translation>
    </message>
    <message>
        <source>Of the people hired: {0}.</source>
        <translation>De las personas contratadas: {0}.</translation>
    </message>
    <message>
        <source>O*NET survey</source>
        <translation>Encuesta de O*NET</translation>
    </message>
    <message>
        <source>, answered by {0}</source>
        <translation>, respondida por {0}</translation>
    </message>
    <message>
        <source> ({0} answers)</source>
        <translation> ({0} respuestas)</translation>
    </message>
    <message>
        <source>. Some shares rest on few answers and are of low precision</source>
        <translation>. Algunos porcentajes se apoyan en pocas respuestas y son de baja precisión</translation>
    </message>
    <message>
        <source>Work experience before</source>
        <translation>Experiencia laboral previa</translation>
    </message>
    <message>
        <source>Training at the workplace or in a course</source>
        <translation>Capacitación en el lugar de trabajo o en un curso</translation>
    </message>
    <message>
        <source>Training on the job</source>
        <translation>Capacitación en el puesto</translation>
    </message>
    <message>
        <source>not surveyed</source>
        <translation>sin encuesta</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>, line {0}</source>
        <translation>, línea {0}</translation>
    </message>
    <message>
        <source>, column “{0}”</source>
        <translation>, columna “{0}”</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export a session</source>
        <translation>Exportar una sesión</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>Elegir un lugar…</translation>
    </message>
    <message>
        <source>The file holds everything that is kept of “{0}”, your private notes too.</source>
        <translation>El archivo contiene todo lo que se conserva de “{0}”, también tus notas privadas.</translation>
    </message>
    <message>
        <source>It is not protected: whoever has the file can read it. Keep it where only you can open it.</source>
        <translation>No está protegido: quien tenga el archivo puede leerlo. Guárdalo donde solo tú puedas abrirlo.</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>session</source>
        <translation>sesión</translation>
    </message>
</context>
<context>
    <name>FactsModel</name>
    <message>
        <source>Career</source>
        <translation>Carrera</translation>
    </message>
    <message>
        <source>Median pay</source>
        <translation>Pago mediano</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Crecimiento</translation>
    </message>
    <message>
        <source>Openings a year</source>
        <translation>Vacantes al año</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Job zone</source>
        <translation>Zona de trabajo</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>Intereses</translation>
    </message>
    <message>
        <source>Your fit</source>
        <translation>Tu ajuste</translation>
    </message>
</context>
<context>
    <name>Fit</name>
    <message>
        <source>Great fit for your interests</source>
        <translation>Encaja muy bien con tus intereses</translation>
    </message>
    <message>
        <source>Good fit for your interests</source>
        <translation>Encaja bien con tus intereses</translation>
    </message>
    <message>
        <source>Fair fit for your interests</source>
        <translation>Encaja más o menos con tus intereses</translation>
    </message>
    <message>
        <source>great</source>
        <translation>muy bueno</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bueno</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>regular</translation>
    </message>
</context>
<context>
    <name>GapCard</name>
    <message>
        <source>Open this career</source>
        <translation>Abrir esta carrera</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Lo que falta</translation>
    </message>
    <message>
        <source>Levels from 0 to 7. Filled: what you have. Line: what is asked. What weighs most comes first.</source>
        <translation>Niveles de 0 a 7. Relleno: lo que tienes. Línea: lo que se pide. Primero lo que más pesa.</translation>
    </message>
    <message>
        <source>Not rated by you yet</source>
        <translation>Todavía no lo has calificado</translation>
    </message>
    <message>
        <source>Ways of working that help in it</source>
        <translation>Formas de trabajar que ayudan en ella</translation>
    </message>
    <message>
        <source>What it gives people most</source>
        <translation>Lo que más da a la gente</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>Comparar las dos</translation>
    </message>
    <message>
        <source>Put it beside {0}</source>
        <translation>Ponla al lado de {0}</translation>
    </message>
</context>
<context>
    <name>GapRow</name>
    <message>
        <source>You: {0} · asked: {1}</source>
        <translation>Tú: {0} · se pide: {1}</translation>
    </message>
    <message>
        <source>{0}: you have level {1:.1f}, asked is level {2:.1f} of 7</source>
        <translation>{0}: tienes el nivel {1:.1f}, se pide el nivel {2:.1f} de 7</translation>
    </message>
</context>
<context>
    <name>GrowthCard</name>
    <message>
        <source>Job outlook in figures</source>
        <translation>Perspectivas de empleo en cifras</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Perspectivas</translation>
    </message>
    <message>
        <source>No job outlook is published for these careers.</source>
        <translation>No se publican perspectivas de empleo para estas carreras.</translation>
    </message>
    <message>
        <source>People who work in it</source>
        <translation>Personas que trabajan en ella</translation>
    </message>
    <message>
        <source>Change in jobs</source>
        <translation>Cambio en los empleos</translation>
    </message>
    <message>
        <source>Openings a year</source>
        <translation>Vacantes al año</translation>
    </message>
    <message>
        <source>{0}. Career Guide computes the outlook word.</source>
        <translation>{0}. La palabra de perspectivas la calcula Career Guide.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Reading occupations</source>
        <translation>Leyendo ocupaciones</translation>
    </message>
    <message>
        <source>Reading wages</source>
        <translation>Leyendo salarios</translation>
    </message>
    <message>
        <source>Reading projections</source>
        <translation>Leyendo proyecciones</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Revisando</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}: there is no guide file here.</source>
        <translation>{0}: aquí no hay ningún archivo de guía.</translation>
    </message>
    <message>
        <source>{0}: the guide file cannot be read ({1}).</source>
        <translation>{0}: no se puede leer el archivo de la guía ({1}).</translation>
    </message>
    <message>
        <source>{0}: this cannot be the name of a file.</source>
        <translation>{0}: esto no puede ser el nombre de un archivo.</translation>
    </message>
    <message>
        <source>{0}: the guide file is empty; build it again.</source>
        <translation>{0}: el archivo de la guía está vacío; créala de nuevo.</translation>
    </message>
    <message>
        <source>{0}: this file is not a Career Guide file.</source>
        <translation>{0}: este archivo no es de Career Guide.</translation>
    </message>
    <message>
        <source>{0}: this guide was built by an older version of the program; build it again.</source>
        <translation>{0}: esta guía se creó con una versión anterior del programa; créala de nuevo.</translation>
    </message>
    <message>
        <source>{0}: this guide was built by a newer version of the program; update the program.</source>
        <translation>{0}: esta guía se creó con una versión más nueva del programa; actualiza el programa.</translation>
    </message>
    <message>
        <source>{0}: the guide file is damaged; build it again or open another one.</source>
        <translation>{0}: el archivo de la guía está dañado; créala de nuevo o abre otra.</translation>
    </message>
    <message>
        <source>There are no wages for an area “{0}” in this guide.</source>
        <translation>En esta guía no hay salarios para una zona “{0}”.</translation>
    </message>
    <message>
        <source>There is no occupation with the code “{0}” in this guide.</source>
        <translation>En esta guía no hay ninguna ocupación con el código “{0}”.</translation>
    </message>
    <message>
        <source>there are no occupations in this file; download it again.</source>
        <translation>en este archivo no hay ocupaciones; descárgalo de nuevo.</translation>
    </message>
    <message>
        <source>a row of {0} points to a missing row of {1}</source>
        <translation>una fila de {0} apunta a una fila de {1} que falta</translation>
    </message>
    <message>
        <source>the file is damaged ({0}).</source>
        <translation>el archivo está dañado ({0}).</translation>
    </message>
    <message>
        <source>the guide has no occupations.</source>
        <translation>la guía no tiene ocupaciones.</translation>
    </message>
    <message>
        <source>The file is sound: {0} occupations, {1} of them rated.</source>
        <translation>El archivo está bien: {0} ocupaciones, {1} de ellas calificadas.</translation>
    </message>
    <message>
        <source>The release has no file for {0}.</source>
        <translation>La edición no tiene archivo de {0}.</translation>
    </message>
    <message>
        <source>{0} rated occupations have no {1}.</source>
        <translation>A {0} ocupaciones calificadas les falta: {1}.</translation>
    </message>
    <message>
        <source>The guide has no {0}.</source>
        <translation>La guía no tiene {0}.</translation>
    </message>
    <message>
        <source>the disk is full.</source>
        <translation>el disco está lleno.</translation>
    </message>
    <message>
        <source>the folder is read-only.</source>
        <translation>la carpeta es de solo lectura.</translation>
    </message>
    <message>
        <source>the folder does not exist or cannot be written to.</source>
        <translation>la carpeta no existe o no se puede escribir en ella.</translation>
    </message>
    <message>
        <source>the disk reported an error, or is full.</source>
        <translation>el disco dio un error o está lleno.</translation>
    </message>
    <message>
        <source>there is no permission to write there.</source>
        <translation>no hay permiso para escribir ahí.</translation>
    </message>
    <message>
        <source>{0}: the guide cannot be written: {1}</source>
        <translation>{0}: no se puede escribir la guía: {1}</translation>
    </message>
    <message>
        <source>{0}: this is a folder; name a file for the guide.</source>
        <translation>{0}: esto es una carpeta; indica un archivo para la guía.</translation>
    </message>
    <message>
        <source>the figures do not fit together: a row of “{0}” points to a missing row of “{1}”.</source>
        <translation>las cifras no concuerdan: una fila de “{0}” apunta a una fila de “{1}” que falta.</translation>
    </message>
    <message>
        <source>the new guide did not pass its integrity check ({0}); try again on another disk.</source>
        <translation>la guía nueva no pasó la prueba de integridad ({0}); inténtalo en otro disco.</translation>
    </message>
    <message>
        <source>Category {0}</source>
        <translation>Categoría {0}</translation>
    </message>
</context>
<context>
    <name>GuideChanges</name>
    <message>
        <source>No career was added, removed or renamed, and no median pay moved by 5 % or more, appeared or disappeared. Texts may differ.</source>
        <translation>No se agregó, quitó ni renombró ninguna carrera, y ningún pago mediano cambió un 5 % o más, apareció ni desapareció. Los textos pueden ser otros.</translation>
    </message>
    <message>
        <source>Careers: {0} new, {1} no longer there, {2} renamed. Median pay moved by 5 % or more, appeared or disappeared: {3}.</source>
        <translation>Carreras: {0} nuevas, {1} que ya no están, {2} con otro nombre. Pago mediano que cambió un 5 % o más, apareció o desapareció: {3}.</translation>
    </message>
    <message>
        <source>{0}: {1} – newer than the one in use ({2})</source>
        <translation>{0}: {1} – más nueva que la que está en uso ({2})</translation>
    </message>
    <message>
        <source>{0}: {1} – the release in use</source>
        <translation>{0}: {1} – la edición en uso</translation>
    </message>
    <message>
        <source>{0}: {1} – older than the one in use ({2})</source>
        <translation>{0}: {1} – más antigua que la que está en uso ({2})</translation>
    </message>
    <message>
        <source>{0}: {1} – its name does not tell of which release it is (in use: {2})</source>
        <translation>{0}: {1} – su nombre no dice de qué edición es (en uso: {2})</translation>
    </message>
    <message>
        <source>{0}: {1} – the guide in use has none</source>
        <translation>{0}: {1} – la guía en uso no tiene ninguna</translation>
    </message>
    <message>
        <source>{0}: not there; the new guide would be without (in use: {2})</source>
        <translation>{0}: no está; la guía nueva no los tendría (en uso: {2})</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>ya no está</translation>
    </message>
    <message>
        <source>was called {0}</source>
        <translation>se llamaba {0}</translation>
    </message>
    <message>
        <source>median pay is now available</source>
        <translation>ahora hay pago mediano</translation>
    </message>
    <message>
        <source>median pay is no longer available</source>
        <translation>ya no hay pago mediano</translation>
    </message>
</context>
<context>
    <name>GuideFiles</name>
    <message>
        <source>Open guide file</source>
        <translation>Abrir archivo de guía</translation>
    </message>
    <message>
        <source>Guide files (*.guide *.sqlite);;All files (*)</source>
        <translation>Archivos de guía (*.guide *.sqlite);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>The new guide is in use.</source>
        <translation>La guía nueva está en uso.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>In use again: {0}.</source>
        <translation>De nuevo en uso: {0}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Open another guide file…</source>
        <translation>Abrir otro archivo de guía…</translation>
    </message>
    <message>
        <source>Build a guide…</source>
        <translation>Crear una guía…</translation>
    </message>
    <message>
        <source>Use the built-in guide</source>
        <translation>Usar la guía incluida</translation>
    </message>
    <message>
        <source>Use the guide before the update</source>
        <translation>Usar la guía anterior a la actualización</translation>
    </message>
    <message>
        <source>none is open</source>
        <translation>ninguno está abierto</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Open its page</source>
        <translation>Abrir su página</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Mover a la izquierda</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Mover a la derecha</translation>
    </message>
    <message>
        <source>Take out of the comparison</source>
        <translation>Quitar de la comparación</translation>
    </message>
    <message>
        <source>Open the page of {0}</source>
        <translation>Abrir la página de {0}</translation>
    </message>
    <message>
        <source>Move {0} to the left</source>
        <translation>Mover {0} a la izquierda</translation>
    </message>
    <message>
        <source>Move {0} to the right</source>
        <translation>Mover {0} a la derecha</translation>
    </message>
    <message>
        <source>Take {0} out of the comparison</source>
        <translation>Quitar {0} de la comparación</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Career Guide</source>
        <translation>Career Guide</translation>
    </message>
    <message>
        <source>⌂ Start</source>
        <translation>⌂ Inicio</translation>
    </message>
    <message>
        <source>← Back</source>
        <translation>← Atrás</translation>
    </message>
    <message>
        <source>I am done</source>
        <translation>Ya terminé</translation>
    </message>
    <message>
        <source>Forget everything I did here</source>
        <translation>Olvidar todo lo que hice aquí</translation>
    </message>
    <message>
        <source>★ My list ({0})</source>
        <translation>★ Mi lista ({0})</translation>
    </message>
    <message>
        <source>★ My list</source>
        <translation>★ Mi lista</translation>
    </message>
</context>
<context>
    <name>Hexagon</name>
    <message>
        <source>Your interests as a hexagon</source>
        <translation>Tus intereses como hexágono</translation>
    </message>
</context>
<context>
    <name>Interests</name>
    <message>
        <source>Realistic</source>
        <translation>Realista</translation>
    </message>
    <message>
        <source>Investigative</source>
        <translation>Investigador</translation>
    </message>
    <message>
        <source>Artistic</source>
        <translation>Artístico</translation>
    </message>
    <message>
        <source>Social</source>
        <translation>Social</translation>
    </message>
    <message>
        <source>Enterprising</source>
        <translation>Emprendedor</translation>
    </message>
    <message>
        <source>Conventional</source>
        <translation>Convencional</translation>
    </message>
</context>
<context>
    <name>InterestsCard</name>
    <message>
        <source>Interests, 0 to 100</source>
        <translation>Intereses, 0 a 100</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Interés</translation>
    </message>
    <message>
        <source>The interests of these careers have not been rated yet.</source>
        <translation>Los intereses de estas carreras todavía no se han calificado.</translation>
    </message>
    <message>
        <source>Strongest three</source>
        <translation>Los tres más fuertes</translation>
    </message>
    <message>
        <source>Fit for you</source>
        <translation>Ajuste contigo</translation>
    </message>
    <message>
        <source>How well each type describes the work, from 0 to 100. Careers whose lines have the same shape tend to suit the same people.</source>
        <translation>Qué tan bien describe cada tipo el trabajo, de 0 a 100. Las carreras cuyas líneas tienen la misma forma suelen gustar a las mismas personas.</translation>
    </message>
</context>
<context>
    <name>InterestsPanel</name>
    <message>
        <source>Work interests</source>
        <translation>Intereses laborales</translation>
    </message>
    <message>
        <source>People who like {0} work tend to be drawn to this career.</source>
        <translation>Esta carrera suele atraer a quienes prefieren el trabajo {0}.</translation>
    </message>
    <message>
        <source>The interests of this career have not been rated yet.</source>
        <translation>Los intereses de esta carrera todavía no se han calificado.</translation>
    </message>
    <message>
        <source>Thick bar: this career. Thin bar: you, by your newest assessment.</source>
        <translation>Barra gruesa: esta carrera. Barra fina: tú, según tu evaluación más reciente.</translation>
    </message>
    <message>
        <source>{0}, then {1}</source>
        <translation>{0}, luego {1}</translation>
    </message>
    <message>
        <source>{0}: {1} of 100</source>
        <translation>{0}: {1} de 100</translation>
    </message>
    <message>
        <source>{0}, you {1} of 100</source>
        <translation>{0}, tú {1} de 100</translation>
    </message>
</context>
<context>
    <name>ItemsFace</name>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Keeps your answers. Go on whenever you like.</source>
        <translation>Guarda tus respuestas. Sigue cuando quieras.</translation>
    </message>
    <message>
        <source>How much would you like it?</source>
        <translation>¿Cuánto te gustaría?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back to the activity before</source>
        <translation>Volver a la actividad anterior</translation>
    </message>
    <message>
        <source>To the activity before (Backspace)</source>
        <translation>A la actividad anterior (Retroceso)</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>Go on without an answer. It is asked again at the end.</source>
        <translation>Seguir sin responder. Se pregunta otra vez al final.</translation>
    </message>
    <message>
        <source>Keys 1 to {0} answer, Backspace goes back.</source>
        <translation>Las teclas 1 a {0} responden, Retroceso vuelve atrás.</translation>
    </message>
    <message>
        <source>Activity {0} of {1}</source>
        <translation>Actividad {0} de {1}</translation>
    </message>
</context>
<context>
    <name>KeyboardDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Tab goes on to the next control, Shift+Tab back. Arrow keys move within a list, a table or the tabs.</source>
        <translation>Tab pasa al control siguiente, Mayús+Tab al anterior. Las flechas mueven dentro de una lista, una tabla o las pestañas.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
</context>
<context>
    <name>KioskActions</name>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>On my phone</source>
        <translation>En mi teléfono</translation>
    </message>
    <message>
        <source>★ In my list</source>
        <translation>★ En mi lista</translation>
    </message>
    <message>
        <source>☆ Save to my list</source>
        <translation>☆ Guardar en mi lista</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Mi lista</translation>
    </message>
</context>
<context>
    <name>KioskConfig</name>
    <message>
        <source>“warning_seconds” must be less than “idle_seconds”.</source>
        <translation>“warning_seconds” debe ser menor que “idle_seconds”.</translation>
    </message>
    <message>
        <source>“updates” and “updates_key” belong together; there is only one of them.</source>
        <translation>“updates” y “updates_key” van juntos; solo hay uno de ellos.</translation>
    </message>
    <message>
        <source>“updates” needs a “guide”: the file that is brought up to date.</source>
        <translation>“updates” necesita “guide”: el archivo que se actualiza.</translation>
    </message>
    <message>
        <source>must be what “careerguide kiosk pin” prints, not the PIN itself</source>
        <translation>debe ser lo que imprime “careerguide kiosk pin”, no el PIN mismo</translation>
    </message>
    <message>
        <source>set</source>
        <translation>puesto</translation>
    </message>
    <message>
        <source>none: only the system ends the kiosk</source>
        <translation>ninguno: solo el sistema cierra el quiosco</translation>
    </message>
</context>
<context>
    <name>KioskPrinting</name>
    <message>
        <source>Printing …</source>
        <translation>Imprimiendo…</translation>
    </message>
    <message>
        <source>That is {0} pages, and {1} are left for you. Ask the staff to print more.</source>
        <translation>Son {0} páginas y te quedan {1}. Pide al personal que imprima más.</translation>
    </message>
    <message>
        <source>Printed. Your pages come out of the printer.</source>
        <translation>Impreso. Tus páginas salen de la impresora.</translation>
    </message>
    <message>
        <source>The printer does not answer. Please ask the staff.</source>
        <translation>La impresora no responde. Pregunta al personal, por favor.</translation>
    </message>
</context>
<context>
    <name>KioskStart</name>
    <message>
        <source>What would you like to find out?</source>
        <translation>¿Qué te gustaría averiguar?</translation>
    </message>
    <message>
        <source>{0} careers: what people do, what they earn, whether there will be jobs.</source>
        <translation>{0} carreras: qué hace la gente, cuánto gana, si habrá empleo.</translation>
    </message>
    <message>
        <source>Nothing you do here is kept. When you leave, touch “I am done”.</source>
        <translation>Nada de lo que haces aquí se guarda. Cuando te vayas, toca “Ya terminé”.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Type what the job is called</source>
        <translation>Escribe cómo se llama el trabajo</translation>
    </message>
    <message>
        <source>What suits me?</source>
        <translation>¿Qué va conmigo?</translation>
    </message>
    <message>
        <source>A few minutes on what you like to do</source>
        <translation>Unos minutos sobre lo que te gusta hacer</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>All careers, with filters</source>
        <translation>Todas las carreras, con filtros</translation>
    </message>
    <message>
        <source>Fastest growing</source>
        <translation>Las que más crecen</translation>
    </message>
    <message>
        <source>Where jobs are added quickest</source>
        <translation>Donde más rápido se crean empleos</translation>
    </message>
    <message>
        <source>Well paid without a degree</source>
        <translation>Bien pagadas sin título</translation>
    </message>
    <message>
        <source>Best paid of those one enters without</source>
        <translation>Las mejor pagadas de las que no piden uno</translation>
    </message>
    <message>
        <source>Surprise me</source>
        <translation>Sorpréndeme</translation>
    </message>
    <message>
        <source>Any career, by chance</source>
        <translation>Una carrera cualquiera, al azar</translation>
    </message>
</context>
<context>
    <name>LetterheadDialog</name>
    <message>
        <source>Head of reports</source>
        <translation>Encabezado de informes</translation>
    </message>
    <message>
        <source>Name of the school or career center</source>
        <translation>Nombre de la escuela o del centro de orientación</translation>
    </message>
    <message>
        <source>Choose a logo…</source>
        <translation>Elegir un logotipo…</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Sin logotipo</translation>
    </message>
    <message>
        <source>These stand at the head of every page that is printed or saved as PDF or HTML.</source>
        <translation>Aparecen arriba en cada página que se imprime o se guarda como PDF o HTML.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Elegir un logotipo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg *.svg)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>LevelRow</name>
    <message>
        <source>{0}: {1}.</source>
        <translation>{0}: {1}.</translation>
    </message>
    <message>
        <source>Keys 0 to 7 choose a level, Delete takes it back</source>
        <translation>Las teclas 0 a 7 eligen un nivel, Supr lo quita</translation>
    </message>
</context>
<context>
    <name>ListFiles</name>
    <message>
        <source>JSON, to read in again (*.json);;CSV, for spreadsheets (*.csv)</source>
        <translation>JSON, para volver a leerlo (*.json);;CSV, para hojas de cálculo (*.csv)</translation>
    </message>
    <message>
        <source>Export saved careers</source>
        <translation>Exportar carreras guardadas</translation>
    </message>
    <message>
        <source>saved careers</source>
        <translation>carreras guardadas</translation>
    </message>
    <message>
        <source>Saved careers (*.json *.csv);;All files (*)</source>
        <translation>Carreras guardadas (*.json *.csv);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Import saved careers</source>
        <translation>Importar carreras guardadas</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importar</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} y {1}</translation>
    </message>
</context>
<context>
    <name>ListsModel</name>
    <message>
        <source>1 career</source>
        <translation>1 carrera</translation>
    </message>
    <message>
        <source>{0} careers</source>
        <translation>{0} carreras</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Empezando…</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Deteniendo…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Career Guide</source>
        <translation>Career Guide</translation>
    </message>
    <message>
        <source>For the administrator of this computer: {0}</source>
        <translation>Para el administrador de esta computadora: {0}</translation>
    </message>
    <message>
        <source>{0} – Career Guide</source>
        <translation>{0} – Career Guide</translation>
    </message>
    <message>
        <source>The notebook cannot be reached, and what you changed last is not kept yet. Close and lose it?</source>
        <translation>No se puede llegar al cuaderno y lo último que cambiaste todavía no está guardado. ¿Cerrar y perderlo?</translation>
    </message>
</context>
<context>
    <name>MatchRow</name>
    <message>
        <source>Tick to save or to compare</source>
        <translation>Marca para guardar o comparar</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Which of your interests go with this career, and which do not</source>
        <translation>Cuáles de tus intereses van con esta carrera y cuáles no</translation>
    </message>
    <message>
        <source>Choose {0}</source>
        <translation>Elegir {0}</translation>
    </message>
    <message>
        <source>Why {0}?</source>
        <translation>¿Por qué {0}?</translation>
    </message>
    <message>
        <source>{0} a year</source>
        <translation>{0} al año</translation>
    </message>
    <message>
        <source>growth {0} %</source>
        <translation>crecimiento {0} %</translation>
    </message>
    <message>
        <source>{0} openings a year</source>
        <translation>{0} vacantes al año</translation>
    </message>
    <message>
        <source>pay and outlook not available</source>
        <translation>pago y perspectivas no disponibles</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Careers</source>
        <translation>&amp;Carreras</translation>
    </message>
    <message>
        <source>C&amp;ounselor</source>
        <translation>&amp;Orientador</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Keyboard…</source>
        <translation>&amp;Teclado…</translation>
    </message>
    <message>
        <source>&amp;About Career Guide</source>
        <translation>&amp;Acerca de Career Guide</translation>
    </message>
    <message>
        <source>Set by the administrator of this computer</source>
        <translation>Lo fijó el administrador de esta computadora</translation>
    </message>
    <message>
        <source>&amp;Open guide file…</source>
        <translation>&amp;Abrir archivo de guía…</translation>
    </message>
    <message>
        <source>&amp;Build a guide from official releases…</source>
        <translation>&amp;Crear una guía con las ediciones oficiales…</translation>
    </message>
    <message>
        <source>&amp;Update the data…</source>
        <translation>Act&amp;ualizar los datos…</translation>
    </message>
    <message>
        <source>&amp;Go back to the guide before the update</source>
        <translation>&amp;Volver a la guía de antes de la actualización</translation>
    </message>
    <message>
        <source>Use the built-&amp;in guide</source>
        <translation>Usar la guía &amp;incluida</translation>
    </message>
    <message>
        <source>&amp;Print or save as PDF…</source>
        <translation>Im&amp;primir o guardar como PDF…</translation>
    </message>
    <message>
        <source>&amp;Head of reports…</source>
        <translation>&amp;Encabezado de informes…</translation>
    </message>
    <message>
        <source>Bring back a b&amp;ackup of the notebook…</source>
        <translation>&amp;Recuperar una copia del cuaderno…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Texto más &amp;grande</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texto más &amp;pequeño</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>Tamaño &amp;normal</translation>
    </message>
    <message>
        <source>Colors of the &amp;desktop</source>
        <translation>Colores del &amp;escritorio</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Alto contraste</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>A&amp;delante</translation>
    </message>
    <message>
        <source>F&amp;ind a career</source>
        <translation>&amp;Buscar una carrera</translation>
    </message>
    <message>
        <source>B&amp;rowse careers</source>
        <translation>&amp;Explorar carreras</translation>
    </message>
    <message>
        <source>S&amp;tart page</source>
        <translation>&amp;Inicio</translation>
    </message>
    <message>
        <source>&amp;Section</source>
        <translation>&amp;Sección</translation>
    </message>
    <message>
        <source>&amp;Next section</source>
        <translation>Sección si&amp;guiente</translation>
    </message>
    <message>
        <source>&amp;Previous section</source>
        <translation>Sección ante&amp;rior</translation>
    </message>
    <message>
        <source>&amp;Save this career, or take it out</source>
        <translation>&amp;Guardar o quitar esta carrera</translation>
    </message>
    <message>
        <source>&amp;Compare this career, or take it out</source>
        <translation>&amp;Comparar o dejar de comparar esta carrera</translation>
    </message>
    <message>
        <source>Open on a &amp;phone…</source>
        <translation>Abrir en un &amp;teléfono…</translation>
    </message>
    <message>
        <source>Saved c&amp;areers</source>
        <translation>Carreras g&amp;uardadas</translation>
    </message>
    <message>
        <source>C&amp;omparison</source>
        <translation>Co&amp;mparación</translation>
    </message>
    <message>
        <source>Career ass&amp;essment</source>
        <translation>&amp;Evaluación de intereses</translation>
    </message>
    <message>
        <source>S&amp;kills I have</source>
        <translation>Mis &amp;destrezas</translation>
    </message>
    <message>
        <source>Read a &amp;take-home code…</source>
        <translation>&amp;Leer un código para llevar…</translation>
    </message>
    <message>
        <source>&amp;Start a session…</source>
        <translation>&amp;Iniciar una sesión…</translation>
    </message>
    <message>
        <source>S&amp;essions</source>
        <translation>&amp;Sesiones</translation>
    </message>
    <message>
        <source>Client&apos;s &amp;window</source>
        <translation>&amp;Ventana del cliente</translation>
    </message>
    <message>
        <source>&amp;Anonymous answers…</source>
        <translation>Respuestas &amp;anónimas…</translation>
    </message>
    <message>
        <source>&amp;Our center&apos;s own content…</source>
        <translation>C&amp;ontenido propio de nuestro centro…</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notas</translation>
    </message>
    <message>
        <source>S&amp;ummary…</source>
        <translation>&amp;Resumen…</translation>
    </message>
    <message>
        <source>&amp;Close the session</source>
        <translation>&amp;Cerrar la sesión</translation>
    </message>
</context>
<context>
    <name>MineTab</name>
    <message>
        <source>Careers close to what you have</source>
        <translation>Carreras cercanas a lo que tienes</translation>
    </message>
    <message>
        <source>What you bring</source>
        <translation>Lo que aportas</translation>
    </message>
    <message>
        <source>Rate about ten skills or knowledge areas, and the careers closest to them stand here. A career is shown once {0} of the ten that matter most in it are rated.</source>
        <translation>Califica unas diez destrezas o áreas de conocimiento y aquí aparecen las carreras más cercanas. Una carrera se muestra cuando están calificadas {0} de las diez que más le importan.</translation>
    </message>
    <message>
        <source>The {0} closest of {1} careers: little is missing, and little of what you have goes unused.</source>
        <translation>Las {0} más cercanas de {1} carreras: falta poco, y poco de lo que tienes queda sin usar.</translation>
    </message>
    <message>
        <source>All levels you chose are deleted from your notebook. This cannot be undone.</source>
        <translation>Se eliminan de tu cuaderno todos los niveles que elegiste. No se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete my levels</source>
        <translation>Eliminar mis niveles</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>Eliminarlos</translation>
    </message>
</context>
<context>
    <name>MyList</name>
    <message>
        <source>My list</source>
        <translation>Mi lista</translation>
    </message>
    <message>
        <source>Print my list</source>
        <translation>Imprimir mi lista</translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation>Llevármela a casa</translation>
    </message>
    <message>
        <source>A code for your phone or for a note, which Career Guide reads at home</source>
        <translation>Un código para tu teléfono o para anotar, que Career Guide lee en casa</translation>
    </message>
    <message>
        <source>It is forgotten when you leave. Print it or take it home before.</source>
        <translation>Se olvida cuando te vas. Antes imprímela o llévatela.</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Touch “Save to my list” on the page of a career you like.</source>
        <translation>Todavía no hay nada guardado. Toca “Guardar en mi lista” en la página de una carrera que te guste.</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take {0} out of my list</source>
        <translation>Quitar {0} de mi lista</translation>
    </message>
</context>
<context>
    <name>NearPane</name>
    <message>
        <source>Enter opens a career</source>
        <translation>Intro abre una carrera</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>Job zone</source>
        <translation>Zona de trabajo</translation>
    </message>
    <message>
        <source>Schooling to enter (BLS)</source>
        <translation>Estudios para entrar (BLS)</translation>
    </message>
    <message>
        <source>Most common schooling (O*NET survey)</source>
        <translation>Estudios más comunes (encuesta de O*NET)</translation>
    </message>
    <message>
        <source>Experience to enter (BLS)</source>
        <translation>Experiencia para entrar (BLS)</translation>
    </message>
    <message>
        <source>Most common experience (O*NET survey)</source>
        <translation>Experiencia más común (encuesta de O*NET)</translation>
    </message>
    <message>
        <source>Training on the job (BLS)</source>
        <translation>Capacitación en el puesto (BLS)</translation>
    </message>
    <message>
        <source>Most common training on the job (O*NET survey)</source>
        <translation>Capacitación en el puesto más común (encuesta de O*NET)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Lo mismo</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Not comparable</source>
        <translation>No comparable</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>What would I need to go from one to another?</source>
        <translation>¿Qué me haría falta para pasar de una a otra?</translation>
    </message>
</context>
<context>
    <name>NeedsCard</name>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Swap ⇄</source>
        <translation>Intercambiar ⇄</translation>
    </message>
    <message>
        <source>Swap from and to</source>
        <translation>Intercambiar de y a</translation>
    </message>
    <message>
        <source>Knowledge that is asked more</source>
        <translation>Conocimientos que se piden más</translation>
    </message>
    <message>
        <source>Skills that are asked more</source>
        <translation>Destrezas que se piden más</translation>
    </message>
    <message>
        <source>Nothing is asked more.</source>
        <translation>No se pide nada más.</translation>
    </message>
    <message>
        <source>Not rated for both careers.</source>
        <translation>No están calificadas las dos carreras.</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>What speaks for it, what against it, whom to ask</source>
        <translation>Qué habla a favor, qué en contra, a quién preguntar</translation>
    </message>
    <message>
        <source>Note on {0}</source>
        <translation>Nota sobre {0}</translation>
    </message>
    <message>
        <source>This career was taken out of the list in another window. Copy your note if you need it.</source>
        <translation>Esta carrera se quitó de la lista en otra ventana. Copia tu nota si la necesitas.</translation>
    </message>
    <message>
        <source>This note was changed in another window meanwhile. There it says: {0}</source>
        <translation>Mientras tanto, esta nota cambió en otra ventana. Allí dice: {0}</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Dejar la mía</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Tomar la otra</translation>
    </message>
    <message>
        <source>Choose one career to write a note on it.</source>
        <translation>Elige una carrera para escribir una nota sobre ella.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Kept by itself as you type</source>
        <translation>Se guarda sola mientras escribes</translation>
    </message>
    <message>
        <source>Not saved yet …</source>
        <translation>Todavía sin guardar…</translation>
    </message>
</context>
<context>
    <name>Notebook</name>
    <message>
        <source>{0}: the copy of the notebook cannot be written ({1}).</source>
        <translation>{0}: no se puede escribir la copia del cuaderno ({1}).</translation>
    </message>
    <message>
        <source>Another program is using the notebook just now; try again in a moment.</source>
        <translation>Otro programa está usando el cuaderno; inténtalo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>{0}: backups cannot be kept here ({1}).</source>
        <translation>{0}: aquí no se pueden guardar copias ({1}).</translation>
    </message>
    <message>
        <source>{0}: an old backup cannot be removed ({1}).</source>
        <translation>{0}: no se puede quitar una copia antigua ({1}).</translation>
    </message>
    <message>
        <source>This is not the address of a notebook. It looks like sqlite:///FILE or postgresql+psycopg://NAME:PASSWORD@HOST/DATABASE.</source>
        <translation>Esta no es la dirección de un cuaderno. Es como sqlite:///ARCHIVO o postgresql+psycopg://NOMBRE:CONTRASEÑA@SERVIDOR/BASE.</translation>
    </message>
    <message>
        <source>A district notebook needs the package psycopg, which is not installed: pip install “careerguide[district]”.</source>
        <translation>Un cuaderno de distrito necesita el paquete psycopg, que no está instalado: pip install “careerguide[district]”.</translation>
    </message>
    <message>
        <source>This was changed or removed in another window meanwhile; look at it again and repeat what you wanted to do.</source>
        <translation>Mientras tanto esto se cambió o se quitó en otra ventana; míralo de nuevo y repite lo que querías hacer.</translation>
    </message>
    <message>
        <source>another program is using the notebook just now; try again in a moment.</source>
        <translation>otro programa está usando el cuaderno; inténtalo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>the notebook is damaged; close all windows and open the program again; then a backup can take its place.</source>
        <translation>el cuaderno está dañado; cierra todas las ventanas y abre de nuevo el programa; entonces una copia puede tomar su lugar.</translation>
    </message>
    <message>
        <source>the disk is full; nothing was changed. Free some space and try again.</source>
        <translation>el disco está lleno; no cambió nada. Libera espacio e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>the file or its folder is read-only; nothing was changed.</source>
        <translation>el archivo o su carpeta son de solo lectura; no cambió nada.</translation>
    </message>
    <message>
        <source>the folder does not exist or cannot be written to.</source>
        <translation>la carpeta no existe o no se puede escribir en ella.</translation>
    </message>
    <message>
        <source>there is no permission to write there.</source>
        <translation>no hay permiso para escribir ahí.</translation>
    </message>
    <message>
        <source>the disk reported an error, or is full; nothing was changed.</source>
        <translation>el disco dio un error o está lleno; no cambió nada.</translation>
    </message>
    <message>
        <source>the notebook cannot be reached; check the address and the network and try again.</source>
        <translation>no se puede llegar al cuaderno; revisa la dirección y la red e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>the tables of the notebook are missing or not open to this name; ask whoever looks after the database.</source>
        <translation>las tablas del cuaderno faltan o no están abiertas para este nombre; pregunta a quien cuida la base de datos.</translation>
    </message>
    <message>
        <source>the server has too many visitors; try again in a moment.</source>
        <translation>el servidor tiene demasiadas visitas; inténtalo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>the server has no room left; nothing was changed.</source>
        <translation>al servidor no le queda espacio; no cambió nada.</translation>
    </message>
    <message>
        <source>the server takes no changes just now.</source>
        <translation>el servidor no acepta cambios en este momento.</translation>
    </message>
    <message>
        <source>{0}: the notebook cannot be used ({1}).</source>
        <translation>{0}: no se puede usar el cuaderno ({1}).</translation>
    </message>
    <message>
        <source>{0}: the server does not let you in: {1}.</source>
        <translation>{0}: el servidor no te deja entrar: {1}.</translation>
    </message>
    <message>
        <source>its name cannot be that of a file</source>
        <translation>su nombre no puede ser el de un archivo</translation>
    </message>
    <message>
        <source>{0}: the notebook cannot be read ({1}).</source>
        <translation>{0}: no se puede leer el cuaderno ({1}).</translation>
    </message>
    <message>
        <source>{0}: the notebook cannot be made here ({1}).</source>
        <translation>{0}: aquí no se puede crear el cuaderno ({1}).</translation>
    </message>
    <message>
        <source>{0}: the notebook is damaged.</source>
        <translation>{0}: el cuaderno está dañado.</translation>
    </message>
    <message>
        <source>{0}: the notebook is read-only here; allow it to be changed, or choose another place.</source>
        <translation>{0}: aquí el cuaderno es de solo lectura; permite que se cambie o elige otro lugar.</translation>
    </message>
    <message>
        <source>{0}: the notebook is damaged and cannot be put aside ({1}); close other windows and try again.</source>
        <translation>{0}: el cuaderno está dañado y no se puede apartar ({1}); cierra las otras ventanas e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This session is locked; enter its passphrase to open it.</source>
        <translation>Esta sesión está cerrada con contraseña; escríbela para abrirla.</translation>
    </message>
    <message>
        <source>{0}: this notebook has no backups.</source>
        <translation>{0}: este cuaderno no tiene copias.</translation>
    </message>
    <message>
        <source>{0}: this file is not a notebook of Career Guide; choose another one.</source>
        <translation>{0}: este archivo no es un cuaderno de Career Guide; elige otro.</translation>
    </message>
    <message>
        <source>{0}: what the notebook says of its own tables is damaged.</source>
        <translation>{0}: está dañado lo que el cuaderno dice de sus propias tablas.</translation>
    </message>
    <message>
        <source>{0}: this notebook was written by a newer version of the program; update the program.</source>
        <translation>{0}: este cuaderno lo escribió una versión más nueva del programa; actualiza el programa.</translation>
    </message>
    <message>
        <source>{0}: this is not a backup of a notebook; choose another one.</source>
        <translation>{0}: esto no es una copia de un cuaderno; elige otra.</translation>
    </message>
    <message>
        <source>{0}: this backup is empty; choose another one.</source>
        <translation>{0}: esta copia está vacía; elige otra.</translation>
    </message>
    <message>
        <source>{0}: this backup was written by a newer version of the program; update the program.</source>
        <translation>{0}: esta copia la escribió una versión más nueva del programa; actualiza el programa.</translation>
    </message>
    <message>
        <source>The list “{0}” has this career already.</source>
        <translation>La lista “{0}” ya tiene esta carrera.</translation>
    </message>
    <message>
        <source>A name cannot be empty; type at least one letter.</source>
        <translation>Un nombre no puede estar vacío; escribe al menos una letra.</translation>
    </message>
    <message>
        <source>A name can have at most {0} characters; this one has {1}.</source>
        <translation>Un nombre puede tener como máximo {0} caracteres; este tiene {1}.</translation>
    </message>
    <message>
        <source>A note can have at most {0} characters; this one has {1}.</source>
        <translation>Una nota puede tener como máximo {0} caracteres; esta tiene {1}.</translation>
    </message>
    <message>
        <source>{0}: another window is using it; what was deleted will be cleared away later.</source>
        <translation>{0}: otra ventana lo está usando; lo eliminado se borrará más tarde.</translation>
    </message>
    <message>
        <source>{0}: an old copy cannot be removed ({1}).</source>
        <translation>{0}: no se puede quitar una copia antigua ({1}).</translation>
    </message>
    <message>
        <source>A protected note cannot be opened: what is stored of it has been damaged.</source>
        <translation>No se puede abrir una nota protegida: lo que está guardado de ella se dañó.</translation>
    </message>
    <message>
        <source>A passphrase cannot be empty; type some words that you will remember.</source>
        <translation>Una contraseña no puede estar vacía; escribe algunas palabras que vayas a recordar.</translation>
    </message>
    <message>
        <source>This passphrase does not open the session.</source>
        <translation>Esta contraseña no abre la sesión.</translation>
    </message>
</context>
<context>
    <name>NotebookNotice</name>
    <message>
        <source>The backup is back.</source>
        <translation>La copia está de vuelta.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Your notebook was damaged. It was put aside as {0}, and an empty one was begun.</source>
        <translation>Tu cuaderno estaba dañado. Se apartó como {0} y se empezó uno vacío.</translation>
    </message>
    <message>
        <source> You can bring back a backup.</source>
        <translation> Puedes recuperar una copia.</translation>
    </message>
    <message>
        <source>Bring back a backup…</source>
        <translation>Recuperar una copia…</translation>
    </message>
    <message>
        <source>Go on with an empty one</source>
        <translation>Seguir con uno vacío</translation>
    </message>
    <message>
        <source>{0} Until then, nothing you save is kept after this window closes.</source>
        <translation>{0} Hasta entonces, nada de lo que guardes se conserva cuando se cierre esta ventana.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>The notebook cannot be reached at the moment. What you type stays here and is written as soon as it can be reached again.</source>
        <translation>Por el momento no se puede llegar al cuaderno. Lo que escribes se queda aquí y se guarda en cuanto se pueda.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Private notes</source>
        <translation>Notas privadas</translation>
    </message>
    <message>
        <source>Notes for the client</source>
        <translation>Notas para el cliente</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Dejar la mía</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Tomar la otra</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Only for you. They are never printed and never on the client&apos;s screen.</source>
        <translation>Solo para ti. Nunca se imprimen ni aparecen en la pantalla del cliente.</translation>
    </message>
    <message>
        <source>Printed in the summary that the client takes along.</source>
        <translation>Se imprimen en el resumen que el cliente se lleva.</translation>
    </message>
    <message>
        <source>Opening the notes …</source>
        <translation>Abriendo las notas…</translation>
    </message>
    <message>
        <source>No session is open.</source>
        <translation>No hay ninguna sesión abierta.</translation>
    </message>
    <message>
        <source>These notes were changed in another window meanwhile. There it says: {0}</source>
        <translation>Mientras tanto, estas notas cambiaron en otra ventana. Allí dice: {0}</translation>
    </message>
    <message>
        <source>nothing any more</source>
        <translation>ya nada</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardadas</translation>
    </message>
    <message>
        <source>Not saved yet …</source>
        <translation>Todavía sin guardar…</translation>
    </message>
</context>
<context>
    <name>OccupationList</name>
    <message>
        <source>{0}, uses {1}</source>
        <translation>{0}, usa {1}</translation>
    </message>
    <message>
        <source>{0}, also called {1}</source>
        <translation>{0}, también llamada {1}</translation>
    </message>
</context>
<context>
    <name>OccupationView</name>
    <message>
        <source>Why: your interests beside those of this career</source>
        <translation>Por qué: tus intereses al lado de los de esta carrera</translation>
    </message>
    <message>
        <source>Sections of the page</source>
        <translation>Secciones de la página</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>Más ▾</translation>
    </message>
    <message>
        <source>More sections of this page</source>
        <translation>Más secciones de esta página</translation>
    </message>
    <message>
        <source>also {0}</source>
        <translation>también {0}</translation>
    </message>
    <message>
        <source> and {0} more</source>
        <translation> y {0} más</translation>
    </message>
</context>
<context>
    <name>OnScreenKeyboard</name>
    <message>
        <source>On-screen keyboard</source>
        <translation>Teclado en pantalla</translation>
    </message>
    <message>
        <source>⇧ Shift</source>
        <translation>⇧ Mayús</translation>
    </message>
    <message>
        <source>Capital letter next</source>
        <translation>La próxima letra en mayúscula</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Borrar la última letra</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>Ocultar el teclado</translation>
    </message>
</context>
<context>
    <name>Outlook</name>
    <message>
        <source>much faster than average</source>
        <translation>mucho más rápido que el promedio</translation>
    </message>
    <message>
        <source>faster than average</source>
        <translation>más rápido que el promedio</translation>
    </message>
    <message>
        <source>about as fast as average</source>
        <translation>más o menos como el promedio</translation>
    </message>
    <message>
        <source>slower than average</source>
        <translation>más lento que el promedio</translation>
    </message>
    <message>
        <source>little or no change</source>
        <translation>poco o ningún cambio</translation>
    </message>
    <message>
        <source>decline</source>
        <translation>disminución</translation>
    </message>
    <message>
        <source>fewer than 50</source>
        <translation>menos de 50</translation>
    </message>
    <message>
        <source>Jobs in this career are expected to grow much faster than jobs overall until {year}.</source>
        <translation>Se espera que los empleos de esta carrera crezcan mucho más rápido que el total de los empleos hasta {year}.</translation>
    </message>
    <message>
        <source>Jobs in this career are expected to grow somewhat faster than jobs overall until {year}.</source>
        <translation>Se espera que los empleos de esta carrera crezcan algo más rápido que el total de los empleos hasta {year}.</translation>
    </message>
    <message>
        <source>Jobs in this career are expected to grow about as fast as jobs overall until {year}.</source>
        <translation>Se espera que los empleos de esta carrera crezcan más o menos como el total de los empleos hasta {year}.</translation>
    </message>
    <message>
        <source>Jobs in this career are expected to grow more slowly than jobs overall until {year}.</source>
        <translation>Se espera que los empleos de esta carrera crezcan más despacio que el total de los empleos hasta {year}.</translation>
    </message>
    <message>
        <source>The number of jobs in this career is expected to stay about the same until {year}.</source>
        <translation>Se espera que el número de empleos de esta carrera siga más o menos igual hasta {year}.</translation>
    </message>
    <message>
        <source>Fewer people are expected to work in this career in {year}, though those who leave must still be replaced.</source>
        <translation>Se espera que en {year} trabajen menos personas en esta carrera, aunque habrá que reemplazar a quienes se van.</translation>
    </message>
    <message>
        <source> Very many openings are expected every year.</source>
        <translation> Cada año se esperan muchísimas vacantes.</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>no publicado</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>Bright</source>
        <translation>Favorables</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Promedio</translation>
    </message>
    <message>
        <source>Below average</source>
        <translation>Por debajo del promedio</translation>
    </message>
</context>
<context>
    <name>Outlook panel</name>
    <message>
        <source>not stated</source>
        <translation>sin indicar</translation>
    </message>
</context>
<context>
    <name>OutlookPanel</name>
    <message>
        <source>Pay</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>This place</source>
        <translation>Este lugar</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Estados Unidos</translation>
    </message>
    <message>
        <source>Pay in figures</source>
        <translation>El pago en cifras</translation>
    </message>
    <message>
        <source>Will there be jobs?</source>
        <translation>¿Habrá empleo?</translation>
    </message>
    <message>
        <source>Job outlook in figures</source>
        <translation>Perspectivas de empleo en cifras</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Perspectivas</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Schooling to enter</source>
        <translation>Estudios para entrar</translation>
    </message>
    <message>
        <source>Lowest 10 % earn up to</source>
        <translation>El 10 % que menos gana, hasta</translation>
    </message>
    <message>
        <source>Lowest 25 % earn up to</source>
        <translation>El 25 % que menos gana, hasta</translation>
    </message>
    <message>
        <source>Median: half earn more, half less</source>
        <translation>Mediana: la mitad gana más, la mitad menos</translation>
    </message>
    <message>
        <source>Highest 25 % earn at least</source>
        <translation>El 25 % que más gana, al menos</translation>
    </message>
    <message>
        <source>Highest 10 % earn at least</source>
        <translation>El 10 % que más gana, al menos</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Promedio</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Personas empleadas</translation>
    </message>
    <message>
        <source>Published as {0} ({1}). {2}.</source>
        <translation>Publicado como {0} ({1}). {2}.</translation>
    </message>
    <message>
        <source>No job outlook is published for this career.</source>
        <translation>No se publican perspectivas de empleo para esta carrera.</translation>
    </message>
    <message>
        <source>The figures of this cycle are shown without words.</source>
        <translation>Las cifras de este periodo se muestran sin palabras.</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>Jobs in {0}</source>
        <translation>Empleos en {0}</translation>
    </message>
    <message>
        <source>Jobs expected in {0}</source>
        <translation>Empleos esperados en {0}</translation>
    </message>
    <message>
        <source>Growth {0}–{1}</source>
        <translation>Crecimiento {0}–{1}</translation>
    </message>
    <message>
        <source>Growth in words</source>
        <translation>Crecimiento en palabras</translation>
    </message>
    <message>
        <source>Openings a year</source>
        <translation>Vacantes al año</translation>
    </message>
    <message>
        <source>{0}. Published as {1} ({2}), self-employed people included. Career Guide computes the outlook word: bright means growth much faster than average, or at least 100,000 openings a year without decline; below average means decline.</source>
        <translation>{0}. Publicado como {1} ({2}), con las personas que trabajan por su cuenta. La palabra de perspectivas la calcula Career Guide: favorables significa crecimiento mucho más rápido que el promedio, o al menos 100,000 vacantes al año sin disminución; por debajo del promedio significa disminución.</translation>
    </message>
    <message>
        <source>Typical to enter, by the Bureau of Labor Statistics: {0}.</source>
        <translation>Lo habitual para entrar, según la Oficina de Estadísticas Laborales: {0}.</translation>
    </message>
    <message>
        <source>Work experience in a related job: {0}. Training on the job: {1}.</source>
        <translation>Experiencia en un trabajo relacionado: {0}. Capacitación en el puesto: {1}.</translation>
    </message>
    <message>
        <source>Most common among people hired, by the O*NET survey: {0} ({1:.0f} %).</source>
        <translation>Lo más común entre las personas contratadas, según la encuesta de O*NET: {0} ({1:.0f} %).</translation>
    </message>
    <message>
        <source>No figures on schooling are published for this career.</source>
        <translation>No se publican cifras de estudios para esta carrera.</translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message>
        <source>Median pay</source>
        <translation>Pago mediano</translation>
    </message>
    <message>
        <source>Usual schooling</source>
        <translation>Estudios habituales</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Perspectivas</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>Intereses</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>En palabras sencillas</translation>
    </message>
    <message>
        <source>Strongest skills</source>
        <translation>Destrezas más fuertes</translation>
    </message>
    <message>
        <source>All skills</source>
        <translation>Todas las destrezas</translation>
    </message>
    <message>
        <source>How to prepare</source>
        <translation>Cómo prepararse</translation>
    </message>
    <message>
        <source>There is no description of this career yet.</source>
        <translation>Todavía no hay una descripción de esta carrera.</translation>
    </message>
    <message>
        <source>Also called: {0}</source>
        <translation>También se llama: {0}</translation>
    </message>
    <message>
        <source>Titles that belong here: {0}</source>
        <translation>Títulos que pertenecen aquí: {0}</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>No disponible</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Estados Unidos</translation>
    </message>
    <message>
        <source>not published for this place</source>
        <translation>no publicado para este lugar</translation>
    </message>
    <message>
        <source>{0:.0f} % of people hired</source>
        <translation>{0:.0f} % de las personas contratadas</translation>
    </message>
    <message>
        <source>not surveyed yet</source>
        <translation>todavía sin encuesta</translation>
    </message>
    <message>
        <source>{0:+.1f} % jobs to {1}</source>
        <translation>{0:+.1f} % de empleos hasta {1}</translation>
    </message>
    <message>
        <source>no projection is published</source>
        <translation>no se publica ninguna proyección</translation>
    </message>
    <message>
        <source>Job zone {0}</source>
        <translation>Zona de trabajo {0}</translation>
    </message>
    <message>
        <source>no job zone is given</source>
        <translation>no se indica zona de trabajo</translation>
    </message>
    <message>
        <source>{0} first</source>
        <translation>{0} primero</translation>
    </message>
    <message>
        <source>not rated yet</source>
        <translation>todavía sin calificar</translation>
    </message>
</context>
<context>
    <name>PackFolder</name>
    <message>
        <source>{0}: the folder of updates cannot be read ({1}).</source>
        <translation>{0}: no se puede leer la carpeta de actualizaciones ({1}).</translation>
    </message>
    <message>
        <source>{0}: the pack does not say when it was made.</source>
        <translation>{0}: el paquete no dice cuándo se hizo.</translation>
    </message>
    <message>
        <source>{0}: the update cannot be put here ({1}).</source>
        <translation>{0}: no se puede poner aquí la actualización ({1}).</translation>
    </message>
</context>
<context>
    <name>PageActions</name>
    <message>
        <source>Print or PDF…</source>
        <translation>Imprimir o PDF…</translation>
    </message>
    <message>
        <source>A report of one or two pages to print or to save (Ctrl+P)</source>
        <translation>Un informe de una o dos páginas para imprimir o guardar (Ctrl+P)</translation>
    </message>
    <message>
        <source>On my phone</source>
        <translation>En mi teléfono</translation>
    </message>
    <message>
        <source>A code to scan that opens this career&apos;s public page on a phone</source>
        <translation>Un código para escanear que abre en un teléfono la página pública de esta carrera</translation>
    </message>
    <message>
        <source>More to do with this career</source>
        <translation>Más cosas que hacer con esta carrera</translation>
    </message>
    <message>
        <source>Comparing ✓</source>
        <translation>Comparando ✓</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Take out of the comparison</source>
        <translation>Quitar de la comparación</translation>
    </message>
    <message>
        <source>Add to the comparison</source>
        <translation>Agregar a la comparación</translation>
    </message>
    <message>
        <source>Take it out of the comparison (Ctrl+K)</source>
        <translation>Quitarla de la comparación (Ctrl+K)</translation>
    </message>
    <message>
        <source>Put it beside other careers, up to four (Ctrl+K)</source>
        <translation>Ponerla al lado de otras carreras, hasta cuatro (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Saved careers</source>
        <translation>Carreras guardadas</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Career assessment</source>
        <translation>Evaluación de intereses</translation>
    </message>
    <message>
        <source>Skills I have</source>
        <translation>Mis destrezas</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Explorar</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Open a protected session</source>
        <translation>Abrir una sesión protegida</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>“{0}” is protected by a passphrase.</source>
        <translation>“{0}” está protegida con una contraseña.</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>There is no way back: if the passphrase is forgotten, nobody can read the notes again. Several words are easier to keep in mind than one, and harder to guess.</source>
        <translation>No hay vuelta atrás: si se olvida la contraseña, nadie podrá leer las notas. Varias palabras se recuerdan mejor que una y son más difíciles de adivinar.</translation>
    </message>
    <message>
        <source>Show the letters</source>
        <translation>Mostrar las letras</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>Escribe una contraseña.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same; type them again.</source>
        <translation>Las dos contraseñas no son iguales; escríbelas de nuevo.</translation>
    </message>
</context>
<context>
    <name>PayCard</name>
    <message>
        <source>Pay in figures</source>
        <translation>El pago en cifras</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Pay is not published for these careers in this place.</source>
        <translation>El pago de estas carreras no se publica para este lugar.</translation>
    </message>
    <message>
        <source>Lowest 10 % earn up to</source>
        <translation>El 10 % que menos gana, hasta</translation>
    </message>
    <message>
        <source>Lowest 25 % earn up to</source>
        <translation>El 25 % que menos gana, hasta</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Mediana</translation>
    </message>
    <message>
        <source>Highest 25 % earn at least</source>
        <translation>El 25 % que más gana, al menos</translation>
    </message>
    <message>
        <source>Highest 10 % earn at least</source>
        <translation>El 10 % que más gana, al menos</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Promedio</translation>
    </message>
    <message>
        <source>{0} is published as {1} ({2}).</source>
        <translation>{0} se publica como {1} ({2}).</translation>
    </message>
    <message>
        <source>{0}, dollars {1}. {2}.</source>
        <translation>{0}, dólares {1}. {2}.</translation>
    </message>
    <message>
        <source>What it pays</source>
        <translation>Cuánto paga</translation>
    </message>
    <message>
        <source>Pay is not published for this career in this place.</source>
        <translation>El pago de esta carrera no se publica para este lugar.</translation>
    </message>
    <message>
        <source> The median in the United States is {0} {1}.</source>
        <translation> La mediana en los Estados Unidos es {0} {1}.</translation>
    </message>
    <message>
        <source>Dollars {0}.</source>
        <translation>Dólares {0}.</translation>
    </message>
    <message>
        <source> The median is about {0} an hour (2,080 hours a year).</source>
        <translation> La mediana es de unos {0} por hora (2,080 horas al año).</translation>
    </message>
    <message>
        <source> For this career only hourly pay is published.</source>
        <translation> Para esta carrera solo se publica el pago por hora.</translation>
    </message>
    <message>
        <source> Not published: {0}.</source>
        <translation> No publicado: {0}.</translation>
    </message>
</context>
<context>
    <name>PayRange</name>
    <message>
        <source>lowest 10 %</source>
        <translation>10 % más bajo</translation>
    </message>
    <message>
        <source>lowest 25 %</source>
        <translation>25 % más bajo</translation>
    </message>
    <message>
        <source>median</source>
        <translation>mediana</translation>
    </message>
    <message>
        <source>highest 25 %</source>
        <translation>25 % más alto</translation>
    </message>
    <message>
        <source>highest 10 %</source>
        <translation>10 % más alto</translation>
    </message>
    <message>
        <source>Pay range</source>
        <translation>Rango de pago</translation>
    </message>
</context>
<context>
    <name>PhoneDialog</name>
    <message>
        <source>Open on a phone</source>
        <translation>Abrir en un teléfono</translation>
    </message>
    <message>
        <source>Point a phone&apos;s camera at one of these codes to open this career there. The phone needs the internet; this computer does not.</source>
        <translation>Apunta con la cámara de un teléfono a uno de estos códigos para abrir esta carrera ahí. El teléfono necesita internet; esta computadora no.</translation>
    </message>
    <message>
        <source>In short, for students and job seekers</source>
        <translation>En breve, para estudiantes y personas que buscan trabajo</translation>
    </message>
    <message>
        <source>All details and figures</source>
        <translation>Todos los detalles y cifras</translation>
    </message>
    <message>
        <source>QR code that opens this career at {0}</source>
        <translation>Código QR que abre esta carrera en {0}</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>Borrar el último dígito</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Quit Career Guide</source>
        <translation>Salir de Career Guide</translation>
    </message>
    <message>
        <source>Back to the kiosk</source>
        <translation>Volver al quiosco</translation>
    </message>
    <message>
        <source>For the administrator</source>
        <translation>Para quien administra</translation>
    </message>
    <message>
        <source>No PIN is set, so only the system can end the kiosk.</source>
        <translation>No hay PIN, así que solo el sistema puede cerrar el quiosco.</translation>
    </message>
    <message>
        <source>Not the right PIN. Try again in {0} seconds.</source>
        <translation>Ese no es el PIN. Inténtalo de nuevo en {0} segundos.</translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>Ya puedes intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>Not the right PIN.</source>
        <translation>Ese no es el PIN.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Todo está bien.</translation>
    </message>
</context>
<context>
    <name>Preparation</name>
    <message>
        <source>No formal educational credential</source>
        <translation>Sin credencial educativa formal</translation>
    </message>
    <message>
        <source>High school diploma or equivalent</source>
        <translation>Diploma de secundaria o equivalente</translation>
    </message>
    <message>
        <source>Some college, no degree</source>
        <translation>Algo de universidad, sin título</translation>
    </message>
    <message>
        <source>Postsecondary nondegree award</source>
        <translation>Certificado postsecundario sin título</translation>
    </message>
    <message>
        <source>Associate&apos;s degree</source>
        <translation>Título asociado</translation>
    </message>
    <message>
        <source>Bachelor&apos;s degree</source>
        <translation>Licenciatura</translation>
    </message>
    <message>
        <source>Master&apos;s degree</source>
        <translation>Maestría</translation>
    </message>
    <message>
        <source>Doctoral or professional degree</source>
        <translation>Título doctoral o profesional</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Less than 5 years</source>
        <translation>Menos de 5 años</translation>
    </message>
    <message>
        <source>5 years or more</source>
        <translation>5 años o más</translation>
    </message>
    <message>
        <source>Short-term on-the-job training</source>
        <translation>Capacitación breve en el puesto</translation>
    </message>
    <message>
        <source>Moderate-term on-the-job training</source>
        <translation>Capacitación media en el puesto</translation>
    </message>
    <message>
        <source>Long-term on-the-job training</source>
        <translation>Capacitación larga en el puesto</translation>
    </message>
</context>
<context>
    <name>PreparationCard</name>
    <message>
        <source>Not yet known</source>
        <translation>Todavía no se sabe</translation>
    </message>
    <message>
        <source>This career has not been given a job zone.</source>
        <translation>Esta carrera no tiene zona de trabajo.</translation>
    </message>
    <message>
        <source>Job zone {0}: {1}</source>
        <translation>Zona de trabajo {0}: {1}</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Show a whole page</source>
        <translation>Mostrar una página entera</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ancho</translation>
    </message>
    <message>
        <source>Make the page as wide as there is room</source>
        <translation>Que la página sea tan ancha como el espacio</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 página</translation>
    </message>
    <message>
        <source>{0} pages</source>
        <translation>{0} páginas</translation>
    </message>
    <message>
        <source>The first {0} of {1} pages</source>
        <translation>Las primeras {0} de {1} páginas</translation>
    </message>
    <message>
        <source>Preview of the report, {0}</source>
        <translation>Vista previa del informe, {0}</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Career Guide</source>
        <translation>Career Guide</translation>
    </message>
    <message>
        <source>For {0}</source>
        <translation>Para {0}</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Página {0} de {1}</translation>
    </message>
    <message>
        <source>This machine has no fonts to write a PDF with; install some, or save the report as HTML.</source>
        <translation>Este equipo no tiene letras con las que escribir un PDF; instala algunas o guarda el informe como HTML.</translation>
    </message>
</context>
<context>
    <name>ProfileCard</name>
    <message>
        <source>Your interests in figures</source>
        <translation>Tus intereses en cifras</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Interés</translation>
    </message>
    <message>
        <source>Score, 0–40</source>
        <translation>Puntaje, 0–40</translation>
    </message>
    <message>
        <source>These are scores you try. Your own are the dashed line and stay as they are.</source>
        <translation>Estos son puntajes que estás probando. Los tuyos son la línea discontinua y siguen como están.</translation>
    </message>
    <message>
        <source>{0} (yours: {1})</source>
        <translation>{0} (tuyo: {1})</translation>
    </message>
</context>
<context>
    <name>ProtectDialog</name>
    <message>
        <source>Change the protection</source>
        <translation>Cambiar la protección</translation>
    </message>
    <message>
        <source>Protect a session</source>
        <translation>Proteger una sesión</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Proteger</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>New passphrase, once more</source>
        <translation>Contraseña nueva, otra vez</translation>
    </message>
    <message>
        <source>Passphrase until now</source>
        <translation>Contraseña hasta ahora</translation>
    </message>
    <message>
        <source>No passphrase any more</source>
        <translation>Sin contraseña en adelante</translation>
    </message>
    <message>
        <source>All notes of “{0}” are encrypted under the passphrase, those on its saved careers too, and the client&apos;s rated skills and paused answers.</source>
        <translation>Todas las notas de “{0}” se cifran con la contraseña, también las de sus carreras guardadas, y además las destrezas calificadas y las respuestas en pausa del cliente.</translation>
    </message>
</context>
<context>
    <name>RatingRow</name>
    <message>
        <source>How sure is this?</source>
        <translation>¿Qué tan seguro es esto?</translation>
    </message>
    <message>
        <source>importance {0} of 100</source>
        <translation>importancia {0} de 100</translation>
    </message>
    <message>
        <source>low precision</source>
        <translation>baja precisión</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>level not relevant</source>
        <translation>el nivel no corresponde</translation>
    </message>
    <message>
        <source>level {0} of 100</source>
        <translation>nivel {0} de 100</translation>
    </message>
    <message>
        <source>no level</source>
        <translation>sin nivel</translation>
    </message>
</context>
<context>
    <name>RatingSide</name>
    <message>
        <source>What to rate</source>
        <translation>Qué calificar</translation>
    </message>
    <message>
        <source>A quick start</source>
        <translation>Para empezar rápido</translation>
    </message>
    <message>
        <source>All skills</source>
        <translation>Todas las destrezas</translation>
    </message>
    <message>
        <source>All knowledge</source>
        <translation>Todos los conocimientos</translation>
    </message>
    <message>
        <source>Rated by me</source>
        <translation>Calificadas por mí</translation>
    </message>
    <message>
        <source>Find a skill …</source>
        <translation>Buscar una destreza…</translation>
    </message>
    <message>
        <source>Find a skill or knowledge area</source>
        <translation>Buscar una destreza o un área de conocimiento</translation>
    </message>
    <message>
        <source>Start from a career I know …</source>
        <translation>Partir de una carrera que conozco…</translation>
    </message>
    <message>
        <source>Takes the levels that a career asks as yours, to change where they are not</source>
        <translation>Toma como tuyos los niveles que pide una carrera, para cambiarlos donde no lo son</translation>
    </message>
    <message>
        <source>Ten more</source>
        <translation>Diez más</translation>
    </message>
    <message>
        <source>The next ten that tell careers apart</source>
        <translation>Las diez siguientes que distinguen las carreras</translation>
    </message>
    <message>
        <source>Delete my levels…</source>
        <translation>Eliminar mis niveles…</translation>
    </message>
    <message>
        <source>{0} of {1} rated</source>
        <translation>{0} de {1} calificadas</translation>
    </message>
    <message>
        <source>Nothing has these letters.</source>
        <translation>Nada tiene estas letras.</translation>
    </message>
    <message>
        <source>Nothing is rated yet.</source>
        <translation>Todavía no hay nada calificado.</translation>
    </message>
    <message>
        <source>How much of each do you have? These tell careers apart best. Leave at – what you cannot say.</source>
        <translation>¿Cuánto tienes de cada una? Estas son las que mejor distinguen las carreras. Deja – en lo que no puedas decir.</translation>
    </message>
    <message>
        <source>How much of each do you have? Leave at – what you cannot say.</source>
        <translation>¿Cuánto tienes de cada una? Deja – en lo que no puedas decir.</translation>
    </message>
</context>
<context>
    <name>Ratings</name>
    <message>
        <source>people who work in this career</source>
        <translation>personas que trabajan en esta carrera</translation>
    </message>
    <message>
        <source>trained job analysts</source>
        <translation>analistas de trabajo capacitados</translation>
    </message>
    <message>
        <source>experts on this career</source>
        <translation>expertos en esta carrera</translation>
    </message>
    <message>
        <source>a statistical model</source>
        <translation>un modelo estadístico</translation>
    </message>
    <message>
        <source>How sure this figure is was not published with it.</source>
        <translation>No se publicó qué tan segura es esta cifra.</translation>
    </message>
    <message>
        <source>All who rated agreed closely: the figure is {0}.</source>
        <translation>Quienes calificaron estuvieron muy de acuerdo: la cifra es {0}.</translation>
    </message>
    <message>
        <source>If the survey were done again, the figure would most likely lie between {0} and {1}.</source>
        <translation>Si la encuesta se hiciera otra vez, lo más probable es que la cifra estuviera entre {0} y {1}.</translation>
    </message>
</context>
<context>
    <name>RatingsCard</name>
    <message>
        <source>Thick bar: importance. Thin bar: level. Both 0 to 100. Choose a row to see how sure it is.</source>
        <translation>Barra gruesa: importancia. Barra fina: nivel. Ambas de 0 a 100. Elige una fila para ver qué tan segura es.</translation>
    </message>
    <message>
        <source>* Striped: low precision, few answers or answers far apart.</source>
        <translation>* Rayada: baja precisión, pocas respuestas o respuestas muy distintas.</translation>
    </message>
    <message>
        <source>Show the strongest only</source>
        <translation>Mostrar solo lo más fuerte</translation>
    </message>
    <message>
        <source>Show all {0}</source>
        <translation>Mostrar todas: {0}</translation>
    </message>
</context>
<context>
    <name>RatingsPanel</name>
    <message>
        <source>This career has not been rated yet.</source>
        <translation>Esta carrera todavía no se ha calificado.</translation>
    </message>
</context>
<context>
    <name>ReadTakeHomeDialog</name>
    <message>
        <source>Read a take-home code</source>
        <translation>Leer un código para llevar</translation>
    </message>
    <message>
        <source>Take-home code</source>
        <translation>Código para llevar</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>Lo que llega</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Elegir una imagen…</translation>
    </message>
    <message>
        <source>A photo, a scan or a screenshot with the QR code</source>
        <translation>Una foto, un escaneo o una captura con el código QR</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Pegar una imagen</translation>
    </message>
    <message>
        <source>Take the picture that was copied last, for example a screenshot</source>
        <translation>Usar la última imagen que se copió, por ejemplo una captura de pantalla</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Traer</translation>
    </message>
    <message>
        <source>Continue with careers from another computer</source>
        <translation>Seguir con carreras de otra computadora</translation>
    </message>
    <message>
        <source>Type or paste the code. Small letters and missing hyphens do no harm.</source>
        <translation>Escribe o pega el código. Las minúsculas y los guiones que falten no importan.</translation>
    </message>
    <message>
        <source>Or show the QR code: drop a picture of it here, paste one, or choose a file.</source>
        <translation>O muestra el código QR: suelta aquí una imagen, pega una o elige un archivo.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>A code begins with CG1.</source>
        <translation>Un código empieza con CG1.</translation>
    </message>
    <message>
        <source>The code is complete and correct.</source>
        <translation>El código está completo y es correcto.</translation>
    </message>
    <message>
        <source>At least 1 more character.</source>
        <translation>Falta al menos 1 carácter.</translation>
    </message>
    <message>
        <source>At least {0} more characters.</source>
        <translation>Faltan al menos {0} caracteres.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Elegir una imagen</translation>
    </message>
    <message>
        <source>Pictures ({0})</source>
        <translation>Imágenes ({0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>No picture was copied. Copy one first, for example by a screenshot.</source>
        <translation>No se copió ninguna imagen. Primero copia una, por ejemplo con una captura de pantalla.</translation>
    </message>
    <message>
        <source>Looking for the code in the picture …</source>
        <translation>Buscando el código en la imagen…</translation>
    </message>
</context>
<context>
    <name>RelatedPanel</name>
    <message>
        <source>Most like this career</source>
        <translation>Las más parecidas a esta carrera</translation>
    </message>
    <message>
        <source>Much like this career</source>
        <translation>Muy parecidas a esta carrera</translation>
    </message>
    <message>
        <source>Also worth a look</source>
        <translation>También vale la pena mirarlas</translation>
    </message>
    <message>
        <source>Careers that ask much the same skills and knowledge</source>
        <translation>Carreras que piden casi las mismas destrezas y conocimientos</translation>
    </message>
    <message>
        <source>What you keep and what is missing for each, from “Skills I have”</source>
        <translation>Lo que conservas y lo que falta para cada una, desde “Mis destrezas”</translation>
    </message>
    <message>
        <source>No related careers are listed. Search for {0} to see its neighbors.</source>
        <translation>No hay carreras relacionadas. Busca {0} para ver sus vecinas.</translation>
    </message>
</context>
<context>
    <name>Releases</name>
    <message>
        <source>there is no such file or folder.</source>
        <translation>no existe ese archivo o carpeta.</translation>
    </message>
    <message>
        <source>the folder cannot be read ({0}).</source>
        <translation>no se puede leer la carpeta ({0}).</translation>
    </message>
    <message>
        <source>this is not a zip archive, or it is cut off; download it again.</source>
        <translation>esto no es un archivo zip o está incompleto; descárgalo de nuevo.</translation>
    </message>
    <message>
        <source>the file cannot be read ({0}).</source>
        <translation>no se puede leer el archivo ({0}).</translation>
    </message>
    <message>
        <source>this file is missing in {0}.</source>
        <translation>este archivo falta en {0}.</translation>
    </message>
    <message>
        <source>the file is cut off or damaged; download it again.</source>
        <translation>el archivo está incompleto o dañado; descárgalo de nuevo.</translation>
    </message>
    <message>
        <source>there is no OEWS table (csv or xlsx) here.</source>
        <translation>aquí no hay ninguna tabla OEWS (csv o xlsx).</translation>
    </message>
    <message>
        <source>this file is missing in {0}; it is no O*NET release in the text layout.</source>
        <translation>este archivo falta en {0}; no es una edición de O*NET en formato de texto.</translation>
    </message>
    <message>
        <source>“{0}” is not one of the six interest types.</source>
        <translation>“{0}” no es uno de los seis tipos de interés.</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>no existe ese archivo.</translation>
    </message>
    <message>
        <source>the columns for employment in two years are missing.</source>
        <translation>faltan las columnas del empleo en dos años.</translation>
    </message>
    <message>
        <source>the table of occupational projections (Table 1.2) is not in this file.</source>
        <translation>la tabla de proyecciones por ocupación (Tabla 1.2) no está en este archivo.</translation>
    </message>
    <message>
        <source>this is not UTF-8 text; download the file again in the text layout.</source>
        <translation>esto no es texto UTF-8; descarga de nuevo el archivo en formato de texto.</translation>
    </message>
    <message>
        <source>the archive is cut off or damaged here; download it again.</source>
        <translation>el archivo comprimido está incompleto o dañado aquí; descárgalo de nuevo.</translation>
    </message>
    <message>
        <source>this line cannot be read as a table ({0}).</source>
        <translation>esta línea no se puede leer como tabla ({0}).</translation>
    </message>
    <message>
        <source>the file is empty.</source>
        <translation>el archivo está vacío.</translation>
    </message>
    <message>
        <source>this column is missing; the file is not in a known layout.</source>
        <translation>falta esta columna; el archivo no tiene un formato conocido.</translation>
    </message>
    <message>
        <source>the line ends before this column; the file may be cut off.</source>
        <translation>la línea termina antes de esta columna; el archivo puede estar incompleto.</translation>
    </message>
    <message>
        <source>“{0}” is not a valid value here.</source>
        <translation>“{0}” no es un valor válido aquí.</translation>
    </message>
    <message>
        <source>this line cannot be read.</source>
        <translation>no se puede leer esta línea.</translation>
    </message>
    <message>
        <source>this is not an Excel workbook, or it is cut off; download it again.</source>
        <translation>esto no es un libro de Excel o está incompleto; descárgalo de nuevo.</translation>
    </message>
    <message>
        <source>the workbook has no sheet “{0}”.</source>
        <translation>el libro no tiene ninguna hoja “{0}”.</translation>
    </message>
    <message>
        <source>the workbook is damaged; download it again.</source>
        <translation>el libro está dañado; descárgalo de nuevo.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Knowledge, skills and abilities</source>
        <translation>Conocimientos, destrezas y habilidades</translation>
    </message>
    <message>
        <source>Interests and related careers</source>
        <translation>Intereses y carreras relacionadas</translation>
    </message>
    <message>
        <source>QR code for a phone</source>
        <translation>Código QR para un teléfono</translation>
    </message>
    <message>
        <source>Where they differ most</source>
        <translation>En qué se diferencian más</translation>
    </message>
    <message>
        <source>What it takes to change</source>
        <translation>Qué hace falta para cambiar</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>How it fits your interests</source>
        <translation>Cómo encaja con tus intereses</translation>
    </message>
    <message>
        <source>Each career on its own pages</source>
        <translation>Cada carrera en sus propias páginas</translation>
    </message>
    <message>
        <source>Careers looked at</source>
        <translation>Carreras vistas</translation>
    </message>
    <message>
        <source>Saved careers</source>
        <translation>Carreras guardadas</translation>
    </message>
    <message>
        <source>Careers compared</source>
        <translation>Carreras comparadas</translation>
    </message>
    <message>
        <source>Interest results</source>
        <translation>Resultados de intereses</translation>
    </message>
    <message>
        <source>Name on the report</source>
        <translation>Nombre en el informe</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Letter, 8.5 × 11 inches</source>
        <translation>Carta, 8.5 × 11 pulgadas</translation>
    </message>
    <message>
        <source>A4, 210 × 297 mm</source>
        <translation>A4, 210 × 297 mm</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save HTML…</source>
        <translation>Guardar HTML…</translation>
    </message>
    <message>
        <source>A page for a web browser, a phone or a screen reader</source>
        <translation>Una página para un navegador, un teléfono o un lector de pantalla</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Guardar PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Leave it empty for none. The name is not kept.</source>
        <translation>Déjalo vacío para no poner ninguno. El nombre no se guarda.</translation>
    </message>
    <message>
        <source>What to include</source>
        <translation>Qué incluir</translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>No printer was found. Save the report as PDF and print it where there is one.</source>
        <translation>No se encontró ninguna impresora. Guarda el informe como PDF e imprímelo donde haya una.</translation>
    </message>
    <message>
        <source>The report was sent to the printer.</source>
        <translation>El informe se envió a la impresora.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>Guardado como {0}.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Job zone</source>
        <translation>Zona de trabajo</translation>
    </message>
    <message>
        <source>Schooling to enter (BLS)</source>
        <translation>Estudios para entrar (BLS)</translation>
    </message>
    <message>
        <source>Most common schooling (O*NET)</source>
        <translation>Estudios más comunes (O*NET)</translation>
    </message>
    <message>
        <source>Work experience (BLS)</source>
        <translation>Experiencia laboral (BLS)</translation>
    </message>
    <message>
        <source>Most common experience (O*NET)</source>
        <translation>Experiencia más común (O*NET)</translation>
    </message>
    <message>
        <source>Training on the job (BLS)</source>
        <translation>Capacitación en el puesto (BLS)</translation>
    </message>
    <message>
        <source>Most common training (O*NET)</source>
        <translation>Capacitación más común (O*NET)</translation>
    </message>
    <message>
        <source>A figure is 0 to 100 and combines how important something is with the level that is needed (the square root of the two multiplied). Sure: the difference is larger than the uncertainty of the ratings.</source>
        <translation>Una cifra va de 0 a 100 y une qué tan importante es algo con el nivel que hace falta (la raíz cuadrada de las dos multiplicadas). Segura: la diferencia es mayor que la incertidumbre de las calificaciones.</translation>
    </message>
    <message>
        <source>Careers side by side</source>
        <translation>Carreras lado a lado</translation>
    </message>
    <message>
        <source>Where they differ most</source>
        <translation>En qué se diferencian más</translation>
    </message>
    <message>
        <source>What it takes to change</source>
        <translation>Qué hace falta para cambiar</translation>
    </message>
    <message>
        <source>What people do</source>
        <translation>Qué hace la gente</translation>
    </message>
    <message>
        <source>Open at My Next Move</source>
        <translation>Abrir en My Next Move</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Crecimiento</translation>
    </message>
    <message>
        <source>Openings a year</source>
        <translation>Vacantes al año</translation>
    </message>
    <message>
        <source>O*NET-SOC code</source>
        <translation>Código O*NET-SOC</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>De un vistazo</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>What they pay</source>
        <translation>Cuánto pagan</translation>
    </message>
    <message>
        <source>Pay is not published for these careers.</source>
        <translation>El pago de estas carreras no se publica.</translation>
    </message>
    <message>
        <source>Schooling of people hired</source>
        <translation>Estudios de las personas contratadas</translation>
    </message>
    <message>
        <source>Most common schooling</source>
        <translation>Estudios más comunes</translation>
    </message>
    <message>
        <source>Career</source>
        <translation>Carrera</translation>
    </message>
    <message>
        <source>Schooling</source>
        <translation>Estudios</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Porcentaje</translation>
    </message>
    <message>
        <source>Not surveyed for these careers.</source>
        <translation>No hay encuesta de estas carreras.</translation>
    </message>
    <message>
        <source>Will there be jobs?</source>
        <translation>¿Habrá empleo?</translation>
    </message>
    <message>
        <source>Growth and openings</source>
        <translation>Crecimiento y vacantes</translation>
    </message>
    <message>
        <source>No job outlook is published.</source>
        <translation>No se publican perspectivas de empleo.</translation>
    </message>
    <message>
        <source>Interests they suit</source>
        <translation>Intereses a los que convienen</translation>
    </message>
    <message>
        <source>Strongest interests</source>
        <translation>Intereses más fuertes</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>Intereses</translation>
    </message>
    <message>
        <source>Not rated for these careers.</source>
        <translation>Estas carreras no están calificadas.</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Conocimientos</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Destrezas</translation>
    </message>
    <message>
        <source>Knowledge and skills are not rated for enough of these careers to compare them.</source>
        <translation>Los conocimientos y las destrezas no están calificados en suficientes de estas carreras para compararlas.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Segura</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>From A to {0}: {1}</source>
        <translation>De A a {0}: {1}</translation>
    </message>
    <message>
        <source>More preparation</source>
        <translation>Más preparación</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>No more preparation is asked for than in A, as far as the sources say.</source>
        <translation>Hasta donde dicen las fuentes, no se pide más preparación que en A.</translation>
    </message>
    <message>
        <source>Knowledge and skills are not rated for both careers.</source>
        <translation>Los conocimientos y las destrezas no están calificados en las dos carreras.</translation>
    </message>
    <message>
        <source>{0} ({1} to {2})</source>
        <translation>{0} ({1} a {2})</translation>
    </message>
    <message>
        <source>{0} asked for more: {1}.</source>
        <translation>{0} que se piden más: {1}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>No tasks are listed for this career.</source>
        <translation>No hay tareas para esta carrera.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Made with Career Guide on {0}.</source>
        <translation>Hecho con Career Guide el {0}.</translation>
    </message>
    <message>
        <source>Career Guide</source>
        <translation>Career Guide</translation>
    </message>
    <message>
        <source>For {0}</source>
        <translation>Para {0}</translation>
    </message>
    <message>
        <source>The same figures as a table</source>
        <translation>Las mismas cifras en una tabla</translation>
    </message>
    <message>
        <source>QR code: {0}</source>
        <translation>Código QR: {0}</translation>
    </message>
    <message>
        <source>Career Guide computes the outlook word: bright means growth much faster than average, or at least 100,000 openings a year without decline; below average means decline.</source>
        <translation>La palabra de perspectivas la calcula Career Guide: favorables significa crecimiento mucho más rápido que el promedio, o al menos 100,000 vacantes al año sin disminución; por debajo del promedio significa disminución.</translation>
    </message>
    <message>
        <source>Bright</source>
        <translation>Favorables</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Promedio</translation>
    </message>
    <message>
        <source>Below average</source>
        <translation>Por debajo del promedio</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>No disponible</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Estados Unidos</translation>
    </message>
    <message>
        <source>Median pay</source>
        <translation>Pago mediano</translation>
    </message>
    <message>
        <source>not published for this place</source>
        <translation>no publicado para este lugar</translation>
    </message>
    <message>
        <source>Usual schooling</source>
        <translation>Estudios habituales</translation>
    </message>
    <message>
        <source>not surveyed yet</source>
        <translation>todavía sin encuesta</translation>
    </message>
    <message>
        <source>{0:.0f} % of people hired</source>
        <translation>{0:.0f} % de las personas contratadas</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Perspectivas</translation>
    </message>
    <message>
        <source>no projection is published</source>
        <translation>no se publica ninguna proyección</translation>
    </message>
    <message>
        <source>{0:+.1f} % jobs to {1}</source>
        <translation>{0:+.1f} % de empleos hasta {1}</translation>
    </message>
    <message>
        <source>no job zone is given</source>
        <translation>no se indica zona de trabajo</translation>
    </message>
    <message>
        <source>Job zone {0}</source>
        <translation>Zona de trabajo {0}</translation>
    </message>
    <message>
        <source>not rated yet</source>
        <translation>todavía sin calificar</translation>
    </message>
    <message>
        <source>{0} first</source>
        <translation>{0} primero</translation>
    </message>
    <message>
        <source>1 career</source>
        <translation>1 carrera</translation>
    </message>
    <message>
        <source>{0} careers</source>
        <translation>{0} carreras</translation>
    </message>
    <message>
        <source>There are no careers in this list yet.</source>
        <translation>Todavía no hay carreras en esta lista.</translation>
    </message>
    <message>
        <source>Careers at a glance</source>
        <translation>Las carreras de un vistazo</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>{0} (not in this guide)</source>
        <translation>{0} (no está en esta guía)</translation>
    </message>
    <message>
        <source>{0}: the logo cannot be read; choose another file or go without.</source>
        <translation>{0}: no se puede leer el logotipo; elige otro archivo o sigue sin él.</translation>
    </message>
    <message>
        <source>{0}: the logo is larger than {1} MB; choose a smaller file.</source>
        <translation>{0}: el logotipo ocupa más de {1} MB; elige un archivo más pequeño.</translation>
    </message>
    <message>
        <source>{0}: the logo is not a PNG, JPEG or SVG picture; choose another file.</source>
        <translation>{0}: el logotipo no es una imagen PNG, JPEG ni SVG; elige otro archivo.</translation>
    </message>
    <message>
        <source>{0}: the logo is damaged; choose another file or go without.</source>
        <translation>{0}: el logotipo está dañado; elige otro archivo o sigue sin él.</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Habilidades</translation>
    </message>
    <message>
        <source>O*NET-SOC code {0} · {1}</source>
        <translation>Código O*NET-SOC {0} · {1}</translation>
    </message>
    <message>
        <source>There is no description of this career yet.</source>
        <translation>Todavía no hay una descripción de esta carrera.</translation>
    </message>
    <message>
        <source>In plain words: {0}</source>
        <translation>En palabras sencillas: {0}</translation>
    </message>
    <message>
        <source>What it pays</source>
        <translation>Cuánto paga</translation>
    </message>
    <message>
        <source>How to prepare</source>
        <translation>Cómo prepararse</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>tareas</translation>
    </message>
    <message>
        <source>knowledge, skills and abilities</source>
        <translation>conocimientos, destrezas y habilidades</translation>
    </message>
    <message>
        <source>interests</source>
        <translation>intereses</translation>
    </message>
    <message>
        <source>related careers</source>
        <translation>carreras relacionadas</translation>
    </message>
    <message>
        <source>Not available for this career: {0}.</source>
        <translation>No disponible para esta carrera: {0}.</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>También se llama</translation>
    </message>
    <message>
        <source>Titles that belong here</source>
        <translation>Títulos que pertenecen aquí</translation>
    </message>
    <message>
        <source>{0}: {1} and {2} more.</source>
        <translation>{0}: {1} y {2} más.</translation>
    </message>
    <message>
        <source>Pay is not published for this career.</source>
        <translation>El pago de esta carrera no se publica.</translation>
    </message>
    <message>
        <source>Pay is not published for this career in the chosen place. {0}</source>
        <translation>El pago de esta carrera no se publica para el lugar elegido. {0}</translation>
    </message>
    <message>
        <source>For this career only hourly pay is published. </source>
        <translation>Para esta carrera solo se publica el pago por hora. </translation>
    </message>
    <message>
        <source>the United States</source>
        <translation>los Estados Unidos</translation>
    </message>
    <message>
        <source>The median in {0} is about {1} an hour (2,080 hours a year). </source>
        <translation>La mediana en {0} es de unos {1} por hora (2,080 horas al año). </translation>
    </message>
    <message>
        <source>{0}Published as {1} ({2}).</source>
        <translation>{0}Publicado como {1} ({2}).</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Lowest 10 %</source>
        <translation>10 % más bajo</translation>
    </message>
    <message>
        <source>Lowest 25 %</source>
        <translation>25 % más bajo</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Mediana</translation>
    </message>
    <message>
        <source>Highest 25 %</source>
        <translation>25 % más alto</translation>
    </message>
    <message>
        <source>Highest 10 %</source>
        <translation>10 % más alto</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Pay in figures</source>
        <translation>El pago en cifras</translation>
    </message>
    <message>
        <source>The schooling of people in this career has not been surveyed yet.</source>
        <translation>Todavía no se ha encuestado sobre los estudios de las personas de esta carrera.</translation>
    </message>
    <message>
        <source>O*NET survey</source>
        <translation>Encuesta de O*NET</translation>
    </message>
    <message>
        <source>, answered by {0}</source>
        <translation>, respondida por {0}</translation>
    </message>
    <message>
        <source> ({0} answers)</source>
        <translation> ({0} respuestas)</translation>
    </message>
    <message>
        <source>. Some shares rest on few answers and are of low precision</source>
        <translation>. Algunos porcentajes se apoyan en pocas respuestas y son de baja precisión</translation>
    </message>
    <message>
        <source>No job outlook is published for this career.</source>
        <translation>No se publican perspectivas de empleo para esta carrera.</translation>
    </message>
    <message>
        <source>Growth {0}–{1}</source>
        <translation>Crecimiento {0}–{1}</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Jobs in {0}</source>
        <translation>Empleos en {0}</translation>
    </message>
    <message>
        <source>Jobs expected in {0}</source>
        <translation>Empleos esperados en {0}</translation>
    </message>
    <message>
        <source>Job outlook</source>
        <translation>Perspectivas de empleo</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Published as {0} ({1}), self-employed people included.</source>
        <translation>Publicado como {0} ({1}), con las personas que trabajan por su cuenta.</translation>
    </message>
    <message>
        <source>No job zone is given for this career.</source>
        <translation>Esta carrera no tiene zona de trabajo.</translation>
    </message>
    <message>
        <source>Job zone {0}: {1}</source>
        <translation>Zona de trabajo {0}: {1}</translation>
    </message>
    <message>
        <source>Typical schooling to enter, by the Bureau of Labor Statistics: {0}.</source>
        <translation>Estudios habituales para entrar, según la Oficina de Estadísticas Laborales: {0}.</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>The {0} most important of {1} tasks.</source>
        <translation>Las {0} más importantes de {1} tareas.</translation>
    </message>
    <message>
        <source>The first {0} of {1} tasks; they have not been rated yet.</source>
        <translation>Las primeras {0} de {1} tareas; todavía no se han calificado.</translation>
    </message>
    <message>
        <source>What matters most</source>
        <translation>Lo que más importa</translation>
    </message>
    <message>
        <source>low precision</source>
        <translation>baja precisión</translation>
    </message>
    <message>
        <source>{0}: not rated yet.</source>
        <translation>{0}: todavía sin calificar.</translation>
    </message>
    <message>
        <source>importance, 0 to 100</source>
        <translation>importancia, 0 a 100</translation>
    </message>
    <message>
        <source>Interests it suits</source>
        <translation>Intereses a los que conviene</translation>
    </message>
    <message>
        <source>Interests, 0 to 100</source>
        <translation>Intereses, 0 a 100</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Interés</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntaje</translation>
    </message>
    <message>
        <source>Related careers</source>
        <translation>Carreras relacionadas</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>Exámenes</translation>
    </message>
    <message>
        <source>No assessment available.</source>
        <translation>No hay exámenes para esta carrera.</translation>
    </message>
    <message>
        <source>{0}: this is a folder; name a file.</source>
        <translation>{0}: esto es una carpeta; indica un archivo.</translation>
    </message>
    <message>
        <source>{0}: the file cannot be written ({1}); choose another place.</source>
        <translation>{0}: no se puede escribir el archivo ({1}); elige otro lugar.</translation>
    </message>
    <message>
        <source>Career session</source>
        <translation>Sesión de orientación</translation>
    </message>
    <message>
        <source>What was looked at, saved and compared</source>
        <translation>Lo que se miró, se guardó y se comparó</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Iniciada</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardadas</translation>
    </message>
    <message>
        <source>There are no notes.</source>
        <translation>No hay notas.</translation>
    </message>
    <message>
        <source>Saved careers</source>
        <translation>Carreras guardadas</translation>
    </message>
    <message>
        <source>Careers compared</source>
        <translation>Carreras comparadas</translation>
    </message>
    <message>
        <source>Careers looked at</source>
        <translation>Carreras vistas</translation>
    </message>
    <message>
        <source>No careers were saved.</source>
        <translation>No se guardaron carreras.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>No careers were looked at.</source>
        <translation>No se miraron carreras.</translation>
    </message>
    <message>
        <source>Last looked at</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>No careers were compared.</source>
        <translation>No se compararon carreras.</translation>
    </message>
    <message>
        <source>No interest results were kept.</source>
        <translation>No se guardaron resultados de intereses.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Interest scores, 0 to 40</source>
        <translation>Puntajes de intereses, 0 a 40</translation>
    </message>
</context>
<context>
    <name>ResultFace</name>
    <message>
        <source>Take it again</source>
        <translation>Hacerla otra vez</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Todos los resultados</translation>
    </message>
    <message>
        <source>See careers</source>
        <translation>Ver carreras</translation>
    </message>
    <message>
        <source>Down to the careers that go with your interests</source>
        <translation>Bajar a las carreras que van con tus intereses</translation>
    </message>
    <message>
        <source>Your interests</source>
        <translation>Tus intereses</translation>
    </message>
    <message>
        <source>No clear pattern: that is a result too, and common. You may like many things, or not know them yet. Looking at careers themselves can help more than scores.</source>
        <translation>Sin patrón claro: también es un resultado, y es común. Quizás te gustan muchas cosas o todavía no las conoces. Mirar las carreras mismas puede ayudar más que los puntajes.</translation>
    </message>
    <message>
        <source>Browse careers</source>
        <translation>Explorar carreras</translation>
    </message>
    <message>
        <source>Some activities were left out. They are counted like the others of their kind that you answered.</source>
        <translation>Algunas actividades quedaron sin responder. Se cuentan como las demás de su tipo que respondiste.</translation>
    </message>
    <message>
        <source>Save {0}</source>
        <translation>Guardar {0}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Tick the careers to keep in your list</source>
        <translation>Marca las carreras que quieras conservar en tu lista</translation>
    </message>
    <message>
        <source>Compare {0}</source>
        <translation>Comparar {0}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Tick two to four careers to put side by side</source>
        <translation>Marca de dos a cuatro carreras para ponerlas lado a lado</translation>
    </message>
</context>
<context>
    <name>ResultsCard</name>
    <message>
        <source>Your results so far</source>
        <translation>Tus resultados hasta ahora</translation>
    </message>
    <message>
        <source>Compare two</source>
        <translation>Comparar dos</translation>
    </message>
    <message>
        <source>Tick two results to see what changed between them</source>
        <translation>Marca dos resultados para ver qué cambió entre ellos</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>Eliminar todo…</translation>
    </message>
    <message>
        <source>Compare the result of {0}</source>
        <translation>Comparar el resultado de {0}</translation>
    </message>
    <message>
        <source>Tick two to compare them</source>
        <translation>Marca dos para compararlos</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the result of {0}</source>
        <translation>Abrir el resultado de {0}</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Delete the result of {0}</source>
        <translation>Eliminar el resultado de {0}</translation>
    </message>
    <message>
        <source>Delete this result?</source>
        <translation>¿Eliminar este resultado?</translation>
    </message>
    <message>
        <source>The result of {0}.</source>
        <translation>El resultado de {0}.</translation>
    </message>
    <message>
        <source>Delete all {0} results?</source>
        <translation>¿Eliminar los {0} resultados?</translation>
    </message>
    <message>
        <source>Every result on this page.</source>
        <translation>Todos los resultados de esta página.</translation>
    </message>
    <message>
        <source>It is gone for good, from the backups too. This cannot be undone.</source>
        <translation>Desaparece para siempre, también de las copias. No se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Eliminar para siempre</translation>
    </message>
</context>
<context>
    <name>ResultsDialog</name>
    <message>
        <source>Two results compared</source>
        <translation>Dos resultados comparados</translation>
    </message>
    <message>
        <source>Earlier: {0}, {1}</source>
        <translation>Antes: {0}, {1}</translation>
    </message>
    <message>
        <source>Later: {0}, {1}</source>
        <translation>Después: {0}, {1}</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Interés</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>No interest changed by more than about {0} points, so all of it may be chance.</source>
        <translation>Ningún interés cambió más de unos {0} puntos, así que todo puede ser azar.</translation>
    </message>
    <message>
        <source>More than chance, about {0} points, changed in {1}.</source>
        <translation>Más que el azar, unos {0} puntos, cambió en {1}.</translation>
    </message>
</context>
<context>
    <name>RetentionChooser</name>
    <message>
        <source>Forget closed sessions after</source>
        <translation>Olvidar las sesiones cerradas después de</translation>
    </message>
    <message>
        <source>Counted from the day a session was last used; open sessions are always kept</source>
        <translation>Se cuenta desde el último día en que se usó una sesión; las abiertas se conservan siempre</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 días</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 año</translation>
    </message>
    <message>
        <source>3 years</source>
        <translation>3 años</translation>
    </message>
    <message>
        <source>Set by the administrator of this computer</source>
        <translation>Lo fijó el administrador de esta computadora</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} días</translation>
    </message>
    <message>
        <source>Forget old sessions?</source>
        <translation>¿Olvidar las sesiones antiguas?</translation>
    </message>
    <message>
        <source>1 closed session was last used longer ago than that ({0}).</source>
        <translation>1 sesión cerrada se usó por última vez hace más tiempo que eso ({0}).</translation>
    </message>
    <message>
        <source>{0} closed sessions were last used longer ago than that ({1}).</source>
        <translation>{0} sesiones cerradas se usaron por última vez hace más tiempo que eso ({1}).</translation>
    </message>
    <message>
        <source>They go now, with their notes and saved careers, from the backups too. This cannot be undone.</source>
        <translation>Desaparecen ahora, con sus notas y carreras guardadas, también de las copias. No se puede deshacer.</translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation>Olvidar para siempre</translation>
    </message>
</context>
<context>
    <name>SaveButton</name>
    <message>
        <source>★ Saved</source>
        <translation>★ Guardada</translation>
    </message>
    <message>
        <source>☆ Save</source>
        <translation>☆ Guardar</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Save this career</source>
        <translation>Guardar esta carrera</translation>
    </message>
    <message>
        <source>In {0}. Press to take it out (Ctrl+D)</source>
        <translation>En {0}. Pulsa para quitarla (Ctrl+D)</translation>
    </message>
    <message>
        <source>Keep this career in your list (Ctrl+D)</source>
        <translation>Conservar esta carrera en tu lista (Ctrl+D)</translation>
    </message>
    <message>
        <source>My careers</source>
        <translation>Mis carreras</translation>
    </message>
    <message>
        <source>New list…</source>
        <translation>Lista nueva…</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Lista nueva</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Nombre de la lista</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>{0} (not in this guide)</source>
        <translation>{0} (no está en esta guía)</translation>
    </message>
</context>
<context>
    <name>SavedLists</name>
    <message>
        <source>more than {0} lists or {1} careers are too many for one file.</source>
        <translation>más de {0} listas o {1} carreras son demasiadas para un archivo.</translation>
    </message>
    <message>
        <source>there are no saved careers in this file.</source>
        <translation>en este archivo no hay carreras guardadas.</translation>
    </message>
    <message>
        <source>this is not a file.</source>
        <translation>esto no es un archivo.</translation>
    </message>
    <message>
        <source>the file is too large for saved careers (more than {0} MB).</source>
        <translation>el archivo es demasiado grande para carreras guardadas (más de {0} MB).</translation>
    </message>
    <message>
        <source>the file cannot be read ({0}).</source>
        <translation>no se puede leer el archivo ({0}).</translation>
    </message>
    <message>
        <source>this is not UTF-8 text; a spreadsheet saves such a file as “CSV UTF-8”.</source>
        <translation>esto no es texto UTF-8; una hoja de cálculo guarda un archivo así como “CSV UTF-8”.</translation>
    </message>
    <message>
        <source>this is not a text file.</source>
        <translation>esto no es un archivo de texto.</translation>
    </message>
    <message>
        <source>this is not whole JSON; the file may be cut off.</source>
        <translation>esto no es JSON completo; el archivo puede estar cortado.</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>línea {0}</translation>
    </message>
    <message>
        <source>this is JSON that no version of Career Guide writes.</source>
        <translation>esto es JSON que ninguna versión de Career Guide escribe.</translation>
    </message>
    <message>
        <source>this JSON file is not one of saved careers; export the lists again, or choose a CSV file.</source>
        <translation>este archivo JSON no es de carreras guardadas; exporta las listas de nuevo o elige un archivo CSV.</translation>
    </message>
    <message>
        <source>this file is from a newer version of Career Guide; update this one to read it.</source>
        <translation>este archivo es de una versión más nueva de Career Guide; actualiza esta para leerlo.</translation>
    </message>
    <message>
        <source>the file does not say in which version of the format it is.</source>
        <translation>el archivo no dice en qué versión del formato está.</translation>
    </message>
    <message>
        <source>list {0}</source>
        <translation>lista {0}</translation>
    </message>
    <message>
        <source>this is not a list with a name and careers.</source>
        <translation>esto no es una lista con nombre y carreras.</translation>
    </message>
    <message>
        <source>{0}, career {1}</source>
        <translation>{0}, carrera {1}</translation>
    </message>
    <message>
        <source>this is not a career with a code.</source>
        <translation>esto no es una carrera con código.</translation>
    </message>
    <message>
        <source>“{0}” is missing or not a list.</source>
        <translation>“{0}” falta o no es una lista.</translation>
    </message>
    <message>
        <source>“{0}” is not a text.</source>
        <translation>“{0}” no es un texto.</translation>
    </message>
    <message>
        <source>this line cannot be read as a table ({0}).</source>
        <translation>esta línea no se puede leer como tabla ({0}).</translation>
    </message>
    <message>
        <source>no column is named “code”; one with O*NET-SOC codes such as 33-3051.04 is needed.</source>
        <translation>ninguna columna se llama “code”; hace falta una con códigos O*NET-SOC como 33-3051.04.</translation>
    </message>
    <message>
        <source>the list has no name.</source>
        <translation>la lista no tiene nombre.</translation>
    </message>
    <message>
        <source>the name of the list is longer than {0} characters.</source>
        <translation>el nombre de la lista tiene más de {0} caracteres.</translation>
    </message>
    <message>
        <source>“{0}” is not an O*NET-SOC code such as 33-3051.04.</source>
        <translation>“{0}” no es un código O*NET-SOC como 33-3051.04.</translation>
    </message>
    <message>
        <source>the code is missing.</source>
        <translation>falta el código.</translation>
    </message>
    <message>
        <source>the note is longer than {0} characters.</source>
        <translation>la nota tiene más de {0} caracteres.</translation>
    </message>
    <message>
        <source>there is half a character in this text.</source>
        <translation>en este texto hay medio carácter.</translation>
    </message>
    <message>
        <source>there is a character in this text that is not one.</source>
        <translation>en este texto hay un carácter que no lo es.</translation>
    </message>
    <message>
        <source>“{0}” is not a colour; there are {1}.</source>
        <translation>“{0}” no es un color; existen {1}.</translation>
    </message>
    <message>
        <source>“{0}” is not a time such as 2026-03-01T14:30.</source>
        <translation>“{0}” no es una fecha y hora como 2026-03-01T14:30.</translation>
    </message>
</context>
<context>
    <name>SavedPage</name>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Careers of the list</source>
        <translation>Carreras de la lista</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Print or PDF…</source>
        <translation>Imprimir o PDF…</translation>
    </message>
    <message>
        <source>Take-home code…</source>
        <translation>Código para llevar…</translation>
    </message>
    <message>
        <source>A code that holds this list, to read in again on another computer</source>
        <translation>Un código que contiene esta lista, para leerla en otra computadora</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>Más ▾</translation>
    </message>
    <message>
        <source>Move, color, rename, export, import</source>
        <translation>Mover, color, nombre, exportar, importar</translation>
    </message>
    <message>
        <source>Saved careers</source>
        <translation>Carreras guardadas</translation>
    </message>
    <message>
        <source>Import lists…</source>
        <translation>Importar listas…</translation>
    </message>
    <message>
        <source>Read a take-home code…</source>
        <translation>Leer un código para llevar…</translation>
    </message>
    <message>
        <source>New list…</source>
        <translation>Lista nueva…</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Press ☆ Save on a career&apos;s page, or Ctrl+D, and it is kept here with your notes.</source>
        <translation>Todavía no hay nada guardado. Pulsa ☆ Guardar en la página de una carrera, o Ctrl+D, y se conserva aquí con tus notas.</translation>
    </message>
    <message>
        <source>This list is empty. Open a career and press ☆ Save.</source>
        <translation>Esta lista está vacía. Abre una carrera y pulsa ☆ Guardar.</translation>
    </message>
    <message>
        <source>Compare {0}</source>
        <translation>Comparar {0}</translation>
    </message>
    <message>
        <source>Put the careers chosen side by side</source>
        <translation>Poner lado a lado las carreras elegidas</translation>
    </message>
    <message>
        <source>Choose two to four careers, with Ctrl or Shift</source>
        <translation>Elige de dos a cuatro carreras, con Ctrl o Mayús</translation>
    </message>
    <message>
        <source>Enter opens · Del takes out · Alt+↑ and Alt+↓ or dragging change the order · Ctrl+Z undoes</source>
        <translation>Intro abre · Supr quita · Alt+↑ y Alt+↓ o arrastrar cambian el orden · Ctrl+Z deshace</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Lista nueva</translation>
    </message>
    <message>
        <source>Rename list</source>
        <translation>Cambiar el nombre de la lista</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Nombre de la lista</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Move to list</source>
        <translation>Mover a la lista</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Rename list…</source>
        <translation>Cambiar el nombre de la lista…</translation>
    </message>
    <message>
        <source>Delete list</source>
        <translation>Eliminar la lista</translation>
    </message>
    <message>
        <source>Export all lists…</source>
        <translation>Exportar todas las listas…</translation>
    </message>
</context>
<context>
    <name>SchoolingCard</name>
    <message>
        <source>Education of people hired, percent</source>
        <translation>Estudios de las personas contratadas, porcentaje</translation>
    </message>
    <message>
        <source>Schooling</source>
        <translation>Estudios</translation>
    </message>
    <message>
        <source>The schooling of people in these careers has not been surveyed yet.</source>
        <translation>Todavía no se ha encuestado sobre los estudios de las personas de estas carreras.</translation>
    </message>
    <message>
        <source>O*NET survey of people in each career.</source>
        <translation>Encuesta de O*NET a personas de cada carrera.</translation>
    </message>
    <message>
        <source> Some shares rest on few answers and are of low precision.</source>
        <translation> Algunos porcentajes se apoyan en pocas respuestas y son de baja precisión.</translation>
    </message>
</context>
<context>
    <name>ScoreSlider</name>
    <message>
        <source>Your own score is {0} of {1}</source>
        <translation>Tu propio puntaje es {0} de {1}</translation>
    </message>
</context>
<context>
    <name>SectionCards</name>
    <message>
        <source>Sections of the page</source>
        <translation>Secciones de la página</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Knowledge</source>
        <translation>Conocimientos</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Destrezas</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Habilidades</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Estudios</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Actividades</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>Intereses</translation>
    </message>
    <message>
        <source>Pay and outlook</source>
        <translation>Pago y perspectivas</translation>
    </message>
    <message>
        <source>Technology</source>
        <translation>Tecnología</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Relacionadas</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>Exámenes</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Show or hide your notes on this session</source>
        <translation>Mostrar u ocultar tus notas sobre esta sesión</translation>
    </message>
    <message>
        <source>Client&apos;s window</source>
        <translation>Ventana del cliente</translation>
    </message>
    <message>
        <source>A second window for the client&apos;s screen: the career and the comparison, never your notes</source>
        <translation>Una segunda ventana para la pantalla del cliente: la carrera y la comparación, nunca tus notas</translation>
    </message>
    <message>
        <source>Summary…</source>
        <translation>Resumen…</translation>
    </message>
    <message>
        <source>A page for the client to take along, without your private notes</source>
        <translation>Una página para que el cliente se lleve, sin tus notas privadas</translation>
    </message>
    <message>
        <source>Close session</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Close the session; it can be resumed later</source>
        <translation>Cerrar la sesión; se puede retomar más tarde</translation>
    </message>
    <message>
        <source>Session ▾</source>
        <translation>Sesión ▾</translation>
    </message>
    <message>
        <source>Notes, the client&apos;s window, the summary, and closing the session</source>
        <translation>Notas, la ventana del cliente, el resumen y cerrar la sesión</translation>
    </message>
    <message>
        <source>Session “{0}”  ·  started {1}</source>
        <translation>Sesión “{0}”  ·  iniciada {1}</translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>SessionsModel</name>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Iniciada</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>{0}, locked</source>
        <translation>{0}, con contraseña</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Find a label</source>
        <translation>Buscar una etiqueta</translation>
    </message>
    <message>
        <source>Find a session by its label</source>
        <translation>Buscar una sesión por su etiqueta</translation>
    </message>
    <message>
        <source>Start a session…</source>
        <translation>Iniciar una sesión…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Go on with this session (Enter)</source>
        <translation>Seguir con esta sesión (Intro)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Give this session another label (F2)</source>
        <translation>Dar otra etiqueta a esta sesión (F2)</translation>
    </message>
    <message>
        <source>Summary…</source>
        <translation>Resumen…</translation>
    </message>
    <message>
        <source>A page to print, without your private notes</source>
        <translation>Una página para imprimir, sin tus notas privadas</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Everything that is kept of this session, in one file</source>
        <translation>Todo lo que se conserva de esta sesión, en un archivo</translation>
    </message>
    <message>
        <source>Protect…</source>
        <translation>Proteger…</translation>
    </message>
    <message>
        <source>Set, change or take off the passphrase of this session</source>
        <translation>Poner, cambiar o quitar la contraseña de esta sesión</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Delete for good what is chosen (Del)</source>
        <translation>Eliminar para siempre lo elegido (Supr)</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>A session keeps what you look at, save, compare and note with one client, so that you can go on with it another day.</source>
        <translation>Una sesión conserva lo que miras, guardas, comparas y anotas con un cliente, para seguir otro día.</translation>
    </message>
    <message>
        <source>There are no sessions yet. Start one when a client is with you.</source>
        <translation>Todavía no hay sesiones. Inicia una cuando tengas un cliente contigo.</translation>
    </message>
    <message>
        <source>Kept only until the program is closed.</source>
        <translation>Se conserva solo hasta que se cierre el programa.</translation>
    </message>
    <message>
        <source>Kept in: {0}</source>
        <translation>Se conserva en: {0}</translation>
    </message>
    <message>
        <source>1 session</source>
        <translation>1 sesión</translation>
    </message>
    <message>
        <source>{0} sessions</source>
        <translation>{0} sesiones</translation>
    </message>
    <message>
        <source>{0} of {1} sessions</source>
        <translation>{0} de {1} sesiones</translation>
    </message>
    <message>
        <source>No session has a label like that.</source>
        <translation>Ninguna sesión tiene una etiqueta así.</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} y {1} más</translation>
    </message>
    <message>
        <source>Delete this session?</source>
        <translation>¿Eliminar esta sesión?</translation>
    </message>
    <message>
        <source>Delete {0} sessions?</source>
        <translation>¿Eliminar {0} sesiones?</translation>
    </message>
    <message>
        <source>Gone for good: what was looked at and compared, the saved careers, the interest results, the rated skills, and all notes.</source>
        <translation>Desaparece para siempre: lo que se miró y comparó, las carreras guardadas, los resultados de intereses, las destrezas calificadas y todas las notas.</translation>
    </message>
    <message>
        <source>The backups are replaced by a new one without them. This cannot be undone.</source>
        <translation>Las copias se reemplazan por una nueva sin ellas. No se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Eliminar para siempre</translation>
    </message>
    <message>
        <source>Deleting …</source>
        <translation>Eliminando…</translation>
    </message>
    <message>
        <source>1 session is gone for good.</source>
        <translation>1 sesión desapareció para siempre.</translation>
    </message>
    <message>
        <source>{0} sessions are gone for good.</source>
        <translation>{0} sesiones desaparecieron para siempre.</translation>
    </message>
</context>
<context>
    <name>SessionsTable</name>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>{0}: this is not TOML: {1}.</source>
        <translation>{0}: esto no es TOML: {1}.</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}, línea {1}</translation>
    </message>
    <message>
        <source>{0}: “{1}” {2}.</source>
        <translation>{0}: “{1}” {2}.</translation>
    </message>
    <message>
        <source>{0}: this is not a text in UTF-8.</source>
        <translation>{0}: esto no es un texto en UTF-8.</translation>
    </message>
    <message>
        <source>{0}: the file is too large.</source>
        <translation>{0}: el archivo es demasiado grande.</translation>
    </message>
    <message>
        <source>{0}: the file cannot be read ({1}).</source>
        <translation>{0}: no se puede leer el archivo ({1}).</translation>
    </message>
    <message>
        <source>“{0}” is not a setting; did you mean “{1}”?</source>
        <translation>“{0}” no es un ajuste; ¿quisiste decir “{1}”?</translation>
    </message>
    <message>
        <source>“{0}” is not a setting; there are {1}.</source>
        <translation>“{0}” no es un ajuste; existen {1}.</translation>
    </message>
    <message>
        <source>must be a text of one line, at most {0} characters</source>
        <translation>debe ser un texto de una línea, de {0} caracteres como máximo</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>debe ser true o false</translation>
    </message>
    <message>
        <source>must be a whole number from {0} to {1}</source>
        <translation>debe ser un número entero de {0} a {1}</translation>
    </message>
    <message>
        <source>must be a number from 1.0 to 2.0</source>
        <translation>debe ser un número de 1.0 a 2.0</translation>
    </message>
    <message>
        <source>must be one of {0}</source>
        <translation>debe ser uno de {0}</translation>
    </message>
    <message>
        <source>must be the path of a file or folder</source>
        <translation>debe ser la ruta de un archivo o de una carpeta</translation>
    </message>
    <message>
        <source>must be a time of day such as 20:00</source>
        <translation>debe ser una hora del día como 20:00</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Browse all careers</source>
        <translation>Explorar carreras</translation>
    </message>
    <message>
        <source>All careers in a table, with filters (Ctrl+B)</source>
        <translation>Todas las carreras en una tabla, con filtros (Ctrl+B)</translation>
    </message>
    <message>
        <source>Career assessment</source>
        <translation>Evaluar intereses</translation>
    </message>
    <message>
        <source>Find out which careers suit what you like to do (Ctrl+I)</source>
        <translation>Averigua qué carreras van con lo que te gusta hacer (Ctrl+I)</translation>
    </message>
    <message>
        <source>The careers you keep, with your notes (Ctrl+Shift+D)</source>
        <translation>Las carreras que conservas, con tus notas (Ctrl+Mayús+D)</translation>
    </message>
    <message>
        <source>Careers side by side (Ctrl+Shift+K)</source>
        <translation>Carreras lado a lado (Ctrl+Mayús+K)</translation>
    </message>
    <message>
        <source>Saved ({0})</source>
        <translation>Guardadas ({0})</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardadas</translation>
    </message>
    <message>
        <source>Compare ({0})</source>
        <translation>Comparar ({0})</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
</context>
<context>
    <name>Site</name>
    <message>
        <source>must be the address of a notebook, such as postgresql+psycopg://HOST/DATABASE</source>
        <translation>debe ser la dirección de un cuaderno, como postgresql+psycopg://HOST/DATABASE</translation>
    </message>
    <message>
        <source>None of its settings and locks is in force.</source>
        <translation>Ninguno de sus ajustes ni bloqueos está en vigor.</translation>
    </message>
</context>
<context>
    <name>Skills</name>
    <message>
        <source>not rated</source>
        <translation>no calificada</translation>
    </message>
    <message>
        <source>level {0} of {1}</source>
        <translation>nivel {0} de {1}</translation>
    </message>
    <message>
        <source>{0}, nothing yet</source>
        <translation>{0}, todavía nada</translation>
    </message>
    <message>
        <source>{0}, less than: {1}</source>
        <translation>{0}, menos que: {1}</translation>
    </message>
    <message>
        <source>{0}, for example: {1}</source>
        <translation>{0}, por ejemplo: {1}</translation>
    </message>
    <message>
        <source>{0}, more than: {1}</source>
        <translation>{0}, más que: {1}</translation>
    </message>
    <message>
        <source>{0} (skill)</source>
        <translation>{0} (destreza)</translation>
    </message>
    <message>
        <source>{0} (knowledge)</source>
        <translation>{0} (conocimiento)</translation>
    </message>
    <message>
        <source>Next to nothing missing</source>
        <translation>No falta casi nada</translation>
    </message>
    <message>
        <source>A little missing</source>
        <translation>Falta un poco</translation>
    </message>
    <message>
        <source>Some missing</source>
        <translation>Falta algo</translation>
    </message>
    <message>
        <source>A lot missing</source>
        <translation>Falta mucho</translation>
    </message>
    <message>
        <source>{0} · {1} of {2} rated</source>
        <translation>{0} · {1} de {2} calificadas</translation>
    </message>
    <message>
        <source>You rated {0} of the {1} skills and knowledge areas that matter most in it.</source>
        <translation>Calificaste {0} de las {1} destrezas y áreas de conocimiento que más importan en ella.</translation>
    </message>
    <message>
        <source>As much preparation</source>
        <translation>La misma preparación</translation>
    </message>
    <message>
        <source>More preparation</source>
        <translation>Más preparación</translation>
    </message>
    <message>
        <source>Less preparation</source>
        <translation>Menos preparación</translation>
    </message>
    <message>
        <source>Preparation not known</source>
        <translation>Preparación desconocida</translation>
    </message>
</context>
<context>
    <name>SkillsPage</name>
    <message>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <source>My skills</source>
        <translation>Mis destrezas</translation>
    </message>
    <message>
        <source>Near my career</source>
        <translation>Cerca de mi carrera</translation>
    </message>
    <message>
        <source>Reading what careers ask …</source>
        <translation>Leyendo lo que piden las carreras…</translation>
    </message>
    <message>
        <source>Skills I have</source>
        <translation>Mis destrezas</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Sources: {0}.</source>
        <translation>Fuentes: {0}.</translation>
    </message>
    <message>
        <source> Pay and outlook are published as {0} ({1}).</source>
        <translation> El pago y las perspectivas se publican como {0} ({1}).</translation>
    </message>
    <message>
        <source> Titles, descriptions and tasks of careers are in English.</source>
        <translation> Los títulos, las descripciones y las tareas de las carreras están en inglés.</translation>
    </message>
    <message>
        <source> Descriptions, tasks and activities are Career Guide&apos;s own summaries in plain language.</source>
        <translation> Las descripciones, tareas y actividades son resúmenes propios de Career Guide en palabras sencillas.</translation>
    </message>
    <message>
        <source> What is said in plain words, and of assessments, is Career Guide&apos;s own.</source>
        <translation> Lo que se dice en palabras sencillas y sobre exámenes es propio de Career Guide.</translation>
    </message>
    <message>
        <source>Summaries in plain language, written for Career Guide. They are not official texts.</source>
        <translation>Resúmenes en lenguaje sencillo, escritos para Career Guide. No son textos oficiales.</translation>
    </message>
    <message>
        <source>Public domain</source>
        <translation>Dominio público</translation>
    </message>
    <message>
        <source>year not stated</source>
        <translation>año no indicado</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Start a session</source>
        <translation>Iniciar una sesión</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Protect the notes with a passphrase</source>
        <translation>Proteger las notas con una contraseña</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Passphrase, once more</source>
        <translation>Contraseña, otra vez</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>A number or a word that tells you who it is; it need not be a name. Clients do not see it.</source>
        <translation>Un número o una palabra que te diga quién es; no tiene que ser un nombre. Los clientes no la ven.</translation>
    </message>
    <message>
        <source>Client {0}</source>
        <translation>Cliente {0}</translation>
    </message>
    <message>
        <source>Type a label, such as a number.</source>
        <translation>Escribe una etiqueta, por ejemplo un número.</translation>
    </message>
</context>
<context>
    <name>StartFace</name>
    <message>
        <source>Browse careers without it</source>
        <translation>Explorar carreras sin ella</translation>
    </message>
    <message>
        <source>Short form: {0} activities</source>
        <translation>Forma corta: {0} actividades</translation>
    </message>
    <message>
        <source>Start: {0} activities</source>
        <translation>Empezar: {0} actividades</translation>
    </message>
    <message>
        <source>About {0} minutes</source>
        <translation>Unos {0} minutos</translation>
    </message>
    <message>
        <source>What do you like to do?</source>
        <translation>¿Qué te gusta hacer?</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Qué se guarda</translation>
    </message>
    <message>
        <source>Your six scores, the day, and the schooling you say. Single answers are kept only while you pause.</source>
        <translation>Tus seis puntajes, el día y los estudios que dices. Las respuestas sueltas se guardan solo mientras haces una pausa.</translation>
    </message>
    <message>
        <source>You see activities, one at a time. Afterwards you see which of six interests are strongest in you, and which careers go with them.</source>
        <translation>Verás actividades, una por una. Después verás cuáles de seis intereses son más fuertes en ti y qué carreras van con ellos.</translation>
    </message>
    <message>
        <source>It is for exploring, not for deciding. The questions are new: nobody has checked yet how well they measure, and there are no figures of other people to compare with.</source>
        <translation>Es para explorar, no para decidir. Las preguntas son nuevas: nadie ha comprobado todavía qué tan bien miden, y no hay cifras de otras personas con las que comparar.</translation>
    </message>
    <message>
        <source>About {0} minutes. You can pause at any time.</source>
        <translation>Unos {0} minutos. Puedes hacer una pausa cuando quieras.</translation>
    </message>
    <message>
        <source>About {0} minutes, or {1} for the short form, which is less sure. You can pause at any time.</source>
        <translation>Unos {0} minutos, o {1} con la forma corta, que es menos segura. Puedes hacer una pausa cuando quieras.</translation>
    </message>
    <message>
        <source>Kept only in memory, and forgotten when you are done. Nothing leaves this computer.</source>
        <translation>Se guarda solo en la memoria y se olvida cuando termines. Nada sale de esta computadora.</translation>
    </message>
    <message>
        <source>Kept in: {0}. Nothing leaves this computer.</source>
        <translation>Se guarda en: {0}. Nada sale de esta computadora.</translation>
    </message>
    <message>
        <source>Kept in the {0}.</source>
        <translation>Se guarda en: {0}.</translation>
    </message>
    <message>
        <source>You paused on {0}, with {1} of {2} answered.</source>
        <translation>Hiciste una pausa el {0}, con {1} de {2} respondidas.</translation>
    </message>
    <message>
        <source>Go on where I was</source>
        <translation>Seguir donde estaba</translation>
    </message>
    <message>
        <source>Throw these answers away</source>
        <translation>Descartar estas respuestas</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Career Guide</source>
        <translation>Career Guide</translation>
    </message>
    <message>
        <source>Opening the guide …</source>
        <translation>Abriendo la guía…</translation>
    </message>
    <message>
        <source>I know a title</source>
        <translation>Conozco un título</translation>
    </message>
    <message>
        <source>Type what the job is called</source>
        <translation>Escribe cómo se llama el trabajo</translation>
    </message>
    <message>
        <source>What suits me</source>
        <translation>Qué va conmigo</translation>
    </message>
    <message>
        <source>A few minutes on what you like to do</source>
        <translation>Unos minutos sobre lo que te gusta hacer</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>All careers, with filters</source>
        <translation>Todas las carreras, con filtros</translation>
    </message>
    <message>
        <source>What I can do</source>
        <translation>Lo que sé hacer</translation>
    </message>
    <message>
        <source>Careers near the skills you have</source>
        <translation>Carreras cercanas a tus destrezas</translation>
    </message>
    <message>
        <source>By interest</source>
        <translation>Por interés</translation>
    </message>
    <message>
        <source>Careers of an interest type</source>
        <translation>Carreras de un tipo de interés</translation>
    </message>
    <message>
        <source>Fastest growing</source>
        <translation>Las que más crecen</translation>
    </message>
    <message>
        <source>Where jobs are added quickest</source>
        <translation>Donde más rápido se crean empleos</translation>
    </message>
    <message>
        <source>Well paid without a degree</source>
        <translation>Bien pagadas sin título</translation>
    </message>
    <message>
        <source>Best paid of those one enters without</source>
        <translation>Las mejor pagadas de las que no piden uno</translation>
    </message>
    <message>
        <source>Surprise me</source>
        <translation>Sorpréndeme</translation>
    </message>
    <message>
        <source>Any career, by chance</source>
        <translation>Una carrera cualquiera, al azar</translation>
    </message>
    <message>
        <source>What do people in a job do all day, what must they know, what does it pay, will there be jobs? {0} careers, each on one page.</source>
        <translation>¿Qué se hace todo el día en un trabajo, qué hay que saber, cuánto paga, habrá empleo? {0} carreras, cada una en una página.</translation>
    </message>
    <message>
        <source>Type at the left; arrow keys move through the list, Enter opens. Nothing you do here leaves this computer.</source>
        <translation>Escribe a la izquierda; las flechas recorren la lista, Intro abre. Nada de lo que haces aquí sale de esta computadora.</translation>
    </message>
</context>
<context>
    <name>StarterFiles</name>
    <message>
        <source>this file is missing.</source>
        <translation>falta este archivo.</translation>
    </message>
    <message>
        <source>this is not valid TOML ({0}).</source>
        <translation>esto no es TOML válido ({0}).</translation>
    </message>
    <message>
        <source>the table for {0} needs an overview, tasks and activities.</source>
        <translation>la tabla de {0} necesita un resumen, tareas y actividades.</translation>
    </message>
</context>
<context>
    <name>TakeHome</name>
    <message>
        <source>This take-home code was not made by Career Guide, or by a version with a fault; it cannot be read.</source>
        <translation>Este código para llevar no lo hizo Career Guide, o lo hizo una versión con un error; no se puede leer.</translation>
    </message>
    <message>
        <source>This code holds {0} careers; a take-home code has room for {1}.</source>
        <translation>Este código contiene {0} carreras; en un código para llevar caben {1}.</translation>
    </message>
    <message>
        <source>This is much longer than a take-home code.</source>
        <translation>Esto es mucho más largo que un código para llevar.</translation>
    </message>
    <message>
        <source>A take-home code begins with {0}.</source>
        <translation>Un código para llevar empieza con {0}.</translation>
    </message>
    <message>
        <source>This is not a take-home code; those begin with {0}.</source>
        <translation>Esto no es un código para llevar; esos empiezan con {0}.</translation>
    </message>
    <message>
        <source>A take-home code never has the character “{0}”; look again at that place.</source>
        <translation>Un código para llevar nunca tiene el carácter “{0}”; mira de nuevo ese lugar.</translation>
    </message>
    <message>
        <source>This code is from a newer version of Career Guide, or its beginning is mistyped: this version reads {0}.</source>
        <translation>Este código es de una versión más nueva de Career Guide, o el comienzo está mal escrito: esta versión lee {0}.</translation>
    </message>
    <message>
        <source>Something is mistyped in or beside “{0}”, group {1} after {2}.</source>
        <translation>Algo está mal escrito en “{0}” o al lado, grupo {1} después de {2}.</translation>
    </message>
    <message>
        <source>The code is not complete: at least 1 character is missing.</source>
        <translation>El código no está completo: falta al menos 1 carácter.</translation>
    </message>
    <message>
        <source>The code is not complete: at least {0} characters are missing.</source>
        <translation>El código no está completo: faltan al menos {0} caracteres.</translation>
    </message>
    <message>
        <source>The code goes on after its end, or is mistyped; compare it group by group.</source>
        <translation>El código sigue después de su final, o está mal escrito; compáralo grupo por grupo.</translation>
    </message>
    <message>
        <source>The code is mistyped in more than one place; compare it group by group.</source>
        <translation>El código está mal escrito en más de un lugar; compáralo grupo por grupo.</translation>
    </message>
</context>
<context>
    <name>TakeHomeDialog</name>
    <message>
        <source>Take-home code</source>
        <translation>Código para llevar</translation>
    </message>
    <message>
        <source>Take these careers home</source>
        <translation>Llévate estas carreras a casa</translation>
    </message>
    <message>
        <source>Photograph the code or write it down. Career Guide on any other computer reads it back: choose “Read a take-home code” there. It needs no internet and no account.</source>
        <translation>Fotografía el código o anótalo. Career Guide lo lee en cualquier otra computadora: elige allí “Leer un código para llevar”. No hace falta internet ni una cuenta.</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Qué contiene</translation>
    </message>
    <message>
        <source>The code has room for {0} careers. The last one of the list is left out.</source>
        <translation>En el código caben {0} carreras. La última de la lista queda fuera.</translation>
    </message>
    <message>
        <source>The code has room for {0} careers. The last {1} of the list are left out.</source>
        <translation>En el código caben {0} carreras. Las últimas {1} de la lista quedan fuera.</translation>
    </message>
    <message>
        <source>To photograph</source>
        <translation>Para fotografiar</translation>
    </message>
    <message>
        <source>Take-home code as a QR code</source>
        <translation>Código para llevar en forma de código QR</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Guardar imagen…</translation>
    </message>
    <message>
        <source>Save the QR code and the code to type as one PNG picture</source>
        <translation>Guardar el código QR y el código para escribir como una imagen PNG</translation>
    </message>
    <message>
        <source>To write down</source>
        <translation>Para anotar</translation>
    </message>
    <message>
        <source>Take-home code: {0}</source>
        <translation>Código para llevar: {0}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Copiar el código</translation>
    </message>
    <message>
        <source>Small letters, spaces and missing hyphens are fine when you type it in.</source>
        <translation>Al escribirlo no importan las minúsculas, los espacios ni los guiones que falten.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>take-home code</source>
        <translation>código para llevar</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Imagen PNG (*.png)</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>Guardado como {0}.</translation>
    </message>
</context>
<context>
    <name>TakeHomePicture</name>
    <message>
        <source>{0}: the picture cannot be written ({1}); choose another place.</source>
        <translation>{0}: no se puede escribir la imagen ({1}); elige otro lugar.</translation>
    </message>
    <message>
        <source>{0}: this is not a picture that can be read here; a PNG or JPEG can.</source>
        <translation>{0}: esta imagen no se puede leer aquí; una PNG o JPEG sí.</translation>
    </message>
    <message>
        <source>There is no code in this picture that can be read. Take it again from nearer, straight on and in good light.</source>
        <translation>En esta imagen no hay ningún código que se pueda leer. Tómala otra vez de más cerca, de frente y con buena luz.</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Importance, 0 to 100</source>
        <translation>Importancia, 0 a 100</translation>
    </message>
</context>
<context>
    <name>TasksCard</name>
    <message>
        <source>What people in them do</source>
        <translation>Qué hace la gente en ellas</translation>
    </message>
    <message>
        <source>Show the first five only</source>
        <translation>Mostrar solo las primeras cinco</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>Mostrar todas las tareas</translation>
    </message>
    <message>
        <source>No tasks are listed for this career.</source>
        <translation>No hay tareas para esta carrera.</translation>
    </message>
</context>
<context>
    <name>TasksPanel</name>
    <message>
        <source>What people in this career do</source>
        <translation>Qué hace la gente en esta carrera</translation>
    </message>
    <message>
        <source>Also part of the work for some</source>
        <translation>También es parte del trabajo de algunas personas</translation>
    </message>
    <message>
        <source>No tasks are listed for this career. The overview says what belongs to it.</source>
        <translation>No hay tareas para esta carrera. El resumen dice qué pertenece a ella.</translation>
    </message>
    <message>
        <source>The most important first.</source>
        <translation>Primero las más importantes.</translation>
    </message>
    <message>
        <source>Core tasks, the most important first.</source>
        <translation>Tareas principales, primero las más importantes.</translation>
    </message>
    <message>
        <source>Core tasks, in the order of the release.</source>
        <translation>Tareas principales, en el orden de la edición.</translation>
    </message>
    <message>
        <source>These tasks are not yet rated; they stand in the order of the release.</source>
        <translation>Estas tareas todavía no se han calificado; están en el orden de la edición.</translation>
    </message>
    <message>
        <source>Supplemental tasks: less important, or done by fewer people.</source>
        <translation>Tareas complementarias: menos importantes, o de menos personas.</translation>
    </message>
</context>
<context>
    <name>TechnologyPanel</name>
    <message>
        <source>Software</source>
        <translation>Programas</translation>
    </message>
    <message>
        <source>No software is listed for this career.</source>
        <translation>No hay programas para esta carrera.</translation>
    </message>
    <message>
        <source>Tools and equipment</source>
        <translation>Herramientas y equipo</translation>
    </message>
    <message>
        <source>No tools are listed for this career.</source>
        <translation>No hay herramientas para esta carrera.</translation>
    </message>
    <message>
        <source>In demand: often asked for in job postings for this career. Hot: often asked for in job postings overall.</source>
        <translation>En demanda: se pide con frecuencia en las ofertas de esta carrera. De moda: se pide con frecuencia en las ofertas en general.</translation>
    </message>
</context>
<context>
    <name>TitleSearch</name>
    <message>
        <source>Job title or code</source>
        <translation>Título o código del trabajo</translation>
    </message>
    <message>
        <source>Search for a career</source>
        <translation>Buscar una carrera</translation>
    </message>
    <message>
        <source>Careers</source>
        <translation>Carreras</translation>
    </message>
    <message>
        <source>No career found. Try fewer letters or another word.</source>
        <translation>No se encontró ninguna carrera. Prueba con menos letras o con otra palabra.</translation>
    </message>
    <message>
        <source>1 career</source>
        <translation>1 carrera</translation>
    </message>
    <message>
        <source>{0} careers</source>
        <translation>{0} carreras</translation>
    </message>
    <message>
        <source>Did you mean one of these? {0}, by similar spelling</source>
        <translation>¿Quisiste decir una de estas? {0}, por parecido al escribir</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>Which careers are in this group?</source>
        <translation>¿Qué carreras hay en este grupo?</translation>
    </message>
    <message>
        <source>What is {article} {noun}?</source>
        <translation>¿Qué es “{noun}”?</translation>
    </message>
</context>
<context>
    <name>Update</name>
    <message>
        <source>Looking for new releases</source>
        <translation>Buscando ediciones nuevas</translation>
    </message>
    <message>
        <source>{0}: you cannot write here ({1}), so you cannot bring this guide up to date. Ask whoever looks after it, or use the built-in guide or a copy of this one.</source>
        <translation>{0}: aquí no puedes escribir ({1}), así que no puedes actualizar esta guía. Pregunta a quien se ocupa de ella, o usa la guía incluida o una copia de esta.</translation>
    </message>
    <message>
        <source>{0}: the folder cannot be made ({1}).</source>
        <translation>{0}: no se puede crear la carpeta ({1}).</translation>
    </message>
    <message>
        <source>Fetching {0}, {1}</source>
        <translation>Trayendo {0}, {1}</translation>
    </message>
    <message>
        <source>The new guide is not whole ({0}). The one in use stays.</source>
        <translation>La guía nueva no está completa ({0}). Sigue la que está en uso.</translation>
    </message>
    <message>
        <source>{0}: the new guide cannot be put here ({1}). The one in use stays. If it is open in another program, close it there and try again.</source>
        <translation>{0}: la guía nueva no se puede poner aquí ({1}). Se queda la que está en uso. Si está abierta en otro programa, ciérrala allí e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>{0}: the new guide cannot be put here ({1}). The one in use stays.</source>
        <translation>{0}: aquí no se puede poner la guía nueva ({1}). Sigue la que está en uso.</translation>
    </message>
    <message>
        <source>There is no earlier guide to go back to.</source>
        <translation>No hay una guía anterior a la que volver.</translation>
    </message>
    <message>
        <source>The earlier guide is damaged ({0}). The one in use stays.</source>
        <translation>La guía anterior está dañada ({0}). Sigue la que está en uso.</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>Update the data</source>
        <translation>Actualizar los datos</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>Career</source>
        <translation>Carrera</translation>
    </message>
    <message>
        <source>The guide in use stays as it is until you have seen what changes and say so. It is of: {0}.</source>
        <translation>La guía en uso queda como está hasta que veas qué cambia y lo aceptes. Es de: {0}.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>In your saved careers</source>
        <translation>En tus carreras guardadas</translation>
    </message>
    <message>
        <source>In all careers</source>
        <translation>En todas las carreras</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>Elegir otro lugar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Check the pack</source>
        <translation>Revisar el paquete</translation>
    </message>
    <message>
        <source>Look for new releases</source>
        <translation>Buscar ediciones nuevas</translation>
    </message>
    <message>
        <source>Choose the folder with the files, or write its address.</source>
        <translation>Elige la carpeta con los archivos o escribe su dirección.</translation>
    </message>
    <message>
        <source>Stopped looking; nothing was changed.</source>
        <translation>Se dejó de buscar; no se cambió nada.</translation>
    </message>
    <message>
        <source>Stopped. What was fetched is kept for a day; the guide in use stays as it is.</source>
        <translation>Detenido. Lo que se trajo se conserva un día; la guía en uso queda como está.</translation>
    </message>
    <message>
        <source>Choose the pack, and the public key of who made it.</source>
        <translation>Elige el paquete y la clave pública de quien lo hizo.</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Desempaquetando</translation>
    </message>
    <message>
        <source>Checking the new guide</source>
        <translation>Revisando la guía nueva</translation>
    </message>
    <message>
        <source>Stopped. The guide in use stays as it is.</source>
        <translation>Detenido. La guía en uso queda como está.</translation>
    </message>
    <message>
        <source>Use the new guide</source>
        <translation>Usar la guía nueva</translation>
    </message>
    <message>
        <source>Keep the one in use</source>
        <translation>Quedarse con la que se usa</translation>
    </message>
    <message>
        <source>There is nothing newer. They bring the official texts, which the built-in guide does not have.</source>
        <translation>No hay nada más nuevo. Traen los textos oficiales, que la guía incluida no tiene.</translation>
    </message>
    <message>
        <source>There is nothing newer here.</source>
        <translation>Aquí no hay nada más nuevo.</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Download and build</source>
        <translation>Descargar y crear</translation>
    </message>
    <message>
        <source>The guide in use stays as it is until you have seen what changes and say so.</source>
        <translation>La guía en uso queda como está hasta que veas qué cambia y lo aceptes.</translation>
    </message>
    <message>
        <source>What there is</source>
        <translation>Lo que hay</translation>
    </message>
    <message>
        <source>The server does not say how large they are. If you pay for what you download, this costs.</source>
        <translation>El servidor no dice cuánto ocupan. Si pagas por lo que descargas, esto cuesta.</translation>
    </message>
    <message>
        <source>All of it was downloaded earlier; nothing is to be downloaded.</source>
        <translation>Todo se descargó antes; no hay que descargar nada.</translation>
    </message>
    <message>
        <source>{0} MB are to be downloaded. If you pay for what you download, they cost.</source>
        <translation>Hay que descargar {0} MB. Si pagas por lo que descargas, esto cuesta.</translation>
    </message>
    <message>
        <source>Your saved careers stay as they are.</source>
        <translation>Tus carreras guardadas quedan como están.</translation>
    </message>
    <message>
        <source>The new guide is built and whole. The one in use stays until you say so.</source>
        <translation>La guía nueva está creada y completa. La que está en uso se queda hasta que lo digas.</translation>
    </message>
    <message>
        <source>Putting the new guide in place</source>
        <translation>Poniendo la guía nueva en su lugar</translation>
    </message>
</context>
<context>
    <name>UpdateFrom</name>
    <message>
        <source>Where from</source>
        <translation>De dónde</translation>
    </message>
    <message>
        <source>From the official addresses (onetcenter.org, bls.gov)</source>
        <translation>De las direcciones oficiales (onetcenter.org, bls.gov)</translation>
    </message>
    <message>
        <source>From a folder, a USB stick or a mirror</source>
        <translation>De una carpeta, una memoria USB o un espejo</translation>
    </message>
    <message>
        <source>From a signed update pack</source>
        <translation>De un paquete de actualización firmado</translation>
    </message>
    <message>
        <source>Folder or address</source>
        <translation>Carpeta o dirección</translation>
    </message>
    <message>
        <source>with the files under their official names</source>
        <translation>con los archivos bajo sus nombres oficiales</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Carpeta…</translation>
    </message>
    <message>
        <source>Update pack</source>
        <translation>Paquete de actualización</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Archivo…</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Clave pública</translation>
    </message>
    <message>
        <source>of who made the pack, from your administrator</source>
        <translation>de quien hizo el paquete; la tiene tu administrador</translation>
    </message>
</context>
<context>
    <name>UpdatePack</name>
    <message>
        <source>{0} is there already; keys are not overwritten.</source>
        <translation>{0} ya existe; las claves no se sobrescriben.</translation>
    </message>
    <message>
        <source>The keys cannot be written ({0}).</source>
        <translation>No se pueden escribir las claves ({0}).</translation>
    </message>
    <message>
        <source>{0} is not whole: {1}</source>
        <translation>{0} no está completa: {1}</translation>
    </message>
    <message>
        <source>{0}: the pack cannot be written ({1}).</source>
        <translation>{0}: no se puede escribir el paquete ({1}).</translation>
    </message>
    <message>
        <source>{0}: this pack is not signed by whom this computer trusts; nothing was taken from it.</source>
        <translation>{0}: este paquete no está firmado por quien esta computadora reconoce; no se tomó nada de él.</translation>
    </message>
    <message>
        <source>{0}: this pack is for another version of the program; update the program first.</source>
        <translation>{0}: este paquete es para otra versión del programa; actualiza primero el programa.</translation>
    </message>
    <message>
        <source>{0}: this pack was made for an older version of the program.</source>
        <translation>{0}: este paquete se hizo para una versión anterior del programa.</translation>
    </message>
    <message>
        <source>{0}: the guide cannot be taken out of the pack ({1}).</source>
        <translation>{0}: no se puede sacar la guía del paquete ({1}).</translation>
    </message>
    <message>
        <source>{0}: the pack cannot be read ({1}).</source>
        <translation>{0}: no se puede leer el paquete ({1}).</translation>
    </message>
    <message>
        <source>{0}: this is not an update pack, or it is damaged; copy it again.</source>
        <translation>{0}: esto no es un paquete de actualización o está dañado; cópialo de nuevo.</translation>
    </message>
    <message>
        <source>{0}: the private key cannot be read.</source>
        <translation>{0}: no se puede leer la clave privada.</translation>
    </message>
    <message>
        <source>{0}: this is not a key for update packs.</source>
        <translation>{0}: esta no es una clave para paquetes de actualización.</translation>
    </message>
    <message>
        <source>{0}: the public key cannot be read.</source>
        <translation>{0}: no se puede leer la clave pública.</translation>
    </message>
</context>
<context>
    <name>Visit</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Mi lista</translation>
    </message>
</context>
<context>
    <name>VisitCounts</name>
    <message>
        <source>{0}: the counts cannot be written ({1}).</source>
        <translation>{0}: no se pueden escribir los conteos ({1}).</translation>
    </message>
</context>
<context>
    <name>Wages</name>
    <message>
        <source>a year</source>
        <translation>al año</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>por hora</translation>
    </message>
    <message>
        <source>{0} or more</source>
        <translation>{0} o más</translation>
    </message>
    <message>
        <source>at or above the published limit</source>
        <translation>en el límite publicado o por encima</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
</context>
<context>
    <name>WhatIfCard</name>
    <message>
        <source>Try other scores</source>
        <translation>Probar otros puntajes</translation>
    </message>
    <message>
        <source>What if one of them were higher?</source>
        <translation>¿Y si uno fuera más alto?</translation>
    </message>
    <message>
        <source>Move a bar and see at once which careers come near. The mark is your own score.</source>
        <translation>Mueve una barra y mira enseguida qué carreras se acercan. La marca es tu propio puntaje.</translation>
    </message>
    <message>
        <source>Back to my scores</source>
        <translation>Volver a mis puntajes</translation>
    </message>
    <message>
        <source>Put the bars away</source>
        <translation>Quitar las barras</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Why {0}?</source>
        <translation>¿Por qué {0}?</translation>
    </message>
    <message>
        <source>With the scores that you are trying, not those of your result.</source>
        <translation>Con los puntajes que estás probando, no con los de tu resultado.</translation>
    </message>
    <message>
        <source>Your scores and those of the career</source>
        <translation>Tus puntajes y los de la carrera</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Interés</translation>
    </message>
    <message>
        <source>You, 0–40</source>
        <translation>Tú, 0–40</translation>
    </message>
    <message>
        <source>Career, 1–7</source>
        <translation>Carrera, 1–7</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>There is no pattern to compare: all scores of one side are the same.</source>
        <translation>No hay un patrón que comparar: todos los puntajes de un lado son iguales.</translation>
    </message>
    <message>
        <source>You and this career both stand out in {0}.</source>
        <translation>Tú y esta carrera se destacan en {0}.</translation>
    </message>
    <message>
        <source>You and this career are both low in {0}.</source>
        <translation>Tú y esta carrera están bajos en {0}.</translation>
    </message>
    <message>
        <source>You like {0} more than this career is about it.</source>
        <translation>Te gusta {0} más de lo que esta carrera trata de ello.</translation>
    </message>
    <message>
        <source>This career is more about {0} than you like it.</source>
        <translation>Esta carrera trata de {0} más de lo que te gusta.</translation>
    </message>
    <message>
        <source>Show the sum</source>
        <translation>Mostrar la cuenta</translation>
    </message>
    <message>
        <source>For each interest, how far you and the career are from your own averages, and the two multiplied:</source>
        <translation>Para cada interés, qué tan lejos están tú y la carrera de sus propios promedios, y los dos multiplicados:</translation>
    </message>
    <message>
        <source>{0} divided by ({1} times {2}) is {3}. It can go from −1 to 1.</source>
        <translation>{0} dividido entre ({1} por {2}) es {3}. Puede ir de −1 a 1.</translation>
    </message>
    <message>
        <source>The divisors are the lengths of the two sides: each difference squared, summed, and the root drawn. Great fit begins at 0.73, good at 0.61, fair at 0.43.</source>
        <translation>Los divisores son las longitudes de los dos lados: cada diferencia al cuadrado, sumadas, y la raíz. El ajuste muy bueno empieza en 0.73, el bueno en 0.61 y el regular en 0.43.</translation>
    </message>
    <message>
        <source>Hide the sum</source>
        <translation>Ocultar la cuenta</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Career</source>
        <translation>Carrera</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>The sum</source>
        <translation>La cuenta</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Juntos</translation>
    </message>
</context>
<context>
    <name>_MeaningCard</name>
    <message>
        <source>Where it is met</source>
        <translation>Dónde se encuentra</translation>
    </message>
    <message>
        <source>What you could do next</source>
        <translation>Qué podrías hacer ahora</translation>
    </message>
    <message>
        <source>{0}, {1} of 40</source>
        <translation>{0}, {1} de 40</translation>
    </message>
</context>
<context>
    <name>_ResultRow</name>
    <message>
        <source>uses </source>
        <translation>usa </translation>
    </message>
    <message>
        <source>also </source>
        <translation>también </translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>Show the first only</source>
        <translation>Mostrar solo los primeros</translation>
    </message>
    <message>
        <source>Show all {0}</source>
        <translation>Mostrar todas: {0}</translation>
    </message>
</context>
<context>
    <name>_TechnologyCard</name>
    <message>
        <source>in demand</source>
        <translation>en demanda</translation>
    </message>
    <message>
        <source>hot</source>
        <translation>de moda</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show all {0} kinds</source>
        <translation>Mostrar los {0} tipos</translation>
    </message>
</context>
</TS>
