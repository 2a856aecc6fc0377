"""What exporting programs call their columns, in English and Spanish.

Headers are compared without accents, case, spaces and punctuation; where several fit a field, the
first in its list is taken. HubSpot's come from public importers' tests; those of Salesforce
reports and Pipedrive are from general knowledge. ``--map column=field`` overrules all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.intake.files.facts import LeadField as F

Headers = Mapping[F, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Preset:
    """``telltales`` are headers that give the program away; two of them settle it.

    These are compared with their punctuation: it is what sets ``Lead - ID`` apart from ``lead_id``.
    """

    name: str
    system: str
    telltales: tuple[str, ...]
    headers: Headers


GENERIC = Preset(
    name="generic",
    system="file",
    telltales=(),
    headers={
        F.ID: (
            "id", "lead id", "external id", "record id", "contact id", "identificador",
            "id externo", "id de lead", "id del lead", "id de registro", "código", "mql id",
        ),
        F.NAME: (
            "name", "full name", "contact name", "lead name", "contact", "lead", "prospect",
            "nombre completo", "nombre y apellido", "nombre y apellidos", "nombre",
            "nombre del contacto", "nombre del lead", "contacto", "cliente potencial", "prospecto",
        ),
        F.FIRST_NAME: ("first name", "given name", "nombres", "primer nombre", "nombre de pila"),
        F.LAST_NAME: ("last name", "surname", "family name", "apellidos", "apellido"),
        F.TITLE: ("lead title", "título del lead"),
        F.COMPANY: (
            "company", "company name", "organization", "organisation", "organization name",
            "account", "account name", "business", "empresa", "nombre de la empresa", "compañía",
            "organización", "cuenta", "razón social", "negocio",
        ),
        F.EMAIL: (
            "email", "email address", "work email", "contact email", "mail",
            "correo electrónico", "correo", "dirección de correo",
            "dirección de correo electrónico", "email de contacto",
        ),
        F.PHONE: (
            "phone", "phone number", "mobile", "mobile phone", "telephone", "cell", "cell phone",
            "whatsapp", "teléfono", "número de teléfono", "celular", "móvil", "tel",
            "teléfono móvil", "teléfono celular",
        ),
        F.SOURCE: (
            "source", "lead source", "original source", "origin", "channel", "utm source",
            "fuente", "origen", "origen del lead", "fuente del lead", "canal", "procedencia",
        ),
        F.SEGMENT: (
            "segment", "tier", "vertical", "industry", "business segment",
            "segmento", "industria", "sector", "ramo",
        ),
        F.LANGUAGE: (
            "language", "preferred language", "lead language", "locale", "idioma",
            "idioma preferido", "idioma del lead", "lengua",
        ),
        F.SCORE: ("score", "lead score", "puntuación", "puntaje", "puntos"),
        F.OWNER: (
            "owner", "lead owner", "owner name", "owner id", "contact owner", "assigned to",
            "sales rep", "rep", "salesperson", "responsable", "propietario", "propietario del lead",
            "doliente", "asignado a", "vendedor", "ejecutivo", "comercial", "asesor", "dueño",
        ),
        F.OWNER_EMAIL: (
            "owner email", "lead owner email", "rep email", "correo del responsable",
            "correo responsable", "email del responsable", "email responsable",
            "correo del propietario", "email del propietario",
        ),
        F.RECEIVED: (
            "received", "received at", "received date", "date received", "mql date", "became mql",
            "handover date", "created", "created at", "created date", "create date",
            "creation date", "date created", "submitted at", "entry date", "timestamp", "date",
            "recibido", "fecha de recepción", "fecha recibido", "fecha de entrega", "fecha mql",
            "fecha de ingreso", "fecha de entrada", "fecha de creación", "fecha de registro",
            "fecha de alta", "creado", "fecha",
        ),
        F.QUALIFIED: (
            "qualified", "qualified at", "qualified date", "date qualified", "sql date",
            "became sql", "converted date", "conversion date", "calificado", "cualificado",
            "fecha de calificación", "fecha de cualificación", "fecha calificado", "fecha sql",
            "fecha de conversión",
        ),
        F.FIRST_TOUCH: (
            "first touch", "first touch at", "first touch date", "first contact", "first contacted",
            "first contact date", "first follow up", "first response", "first response at",
            "primer contacto", "fecha de primer contacto", "fecha del primer contacto",
            "primer seguimiento", "fecha del primer seguimiento", "primera respuesta",
        ),
        F.LAST_ACTIVITY: (
            "last activity", "last activity date", "last contacted", "last touch",
            "última actividad", "fecha de la última actividad", "fecha de última actividad",
            "último contacto", "último seguimiento",
        ),
        F.STATUS: (
            "status", "lead status", "estado", "estado del lead", "estatus", "situación",
        ),
        F.LIFECYCLE: (
            "lifecycle stage", "stage", "lead stage", "deal stage", "etapa",
            "etapa del ciclo de vida", "fase",
        ),
        F.AMOUNT: (
            "amount", "value", "deal value", "deal amount", "opportunity value",
            "opportunity amount", "estimated value", "expected value", "importe", "monto",
            "valor", "valor estimado", "valor de la oportunidad", "importe estimado",
        ),
        F.WON: (
            "won", "won at", "won date", "won time", "date won", "closed won date", "ganado",
            "fecha ganado", "fecha de ganado", "fecha de venta",
        ),
    },
)  # fmt: skip

HUBSPOT = Preset(
    name="hubspot",
    system="hubspot",
    telltales=(
        "record id", "record id - contact", "contact owner", "lifecycle stage",
        "associated company", "id de registro", "id de registro - contact",
        "propietario del contacto", "etapa del ciclo de vida", "empresa asociada",
    ),
    headers={
        F.ID: ("record id", "record id - contact", "id de registro", "id de registro - contact"),
        F.FIRST_NAME: ("first name", "nombre"),
        F.LAST_NAME: ("last name", "apellidos", "apellido"),
        F.EMAIL: ("email", "correo", "correo electrónico"),
        F.PHONE: (
            "phone number", "mobile phone number", "número de teléfono",
            "número de teléfono móvil",
        ),
        F.OWNER: ("contact owner", "hubspot owner", "propietario del contacto"),
        F.STATUS: ("lead status", "estado del lead"),
        F.LIFECYCLE: ("lifecycle stage", "etapa del ciclo de vida"),
        F.RECEIVED: (
            'date entered "marketing qualified lead (lifecycle stage pipeline)"',
            "became a marketing qualified lead date", "create date", "fecha de creación",
        ),
        F.QUALIFIED: (
            'date entered "sales qualified lead (lifecycle stage pipeline)"',
            "became a sales qualified lead date",
        ),
        F.FIRST_TOUCH: ("first outreach date", "date of first engagement"),
        F.LAST_ACTIVITY: (
            "last activity date", "last contacted", "fecha de la última actividad",
            "último contacto",
        ),
        F.COMPANY: (
            "company name", "associated company", "nombre de la empresa", "empresa asociada",
        ),
        F.SOURCE: (
            "original source", "original traffic source", "fuente original",
            "fuente de tráfico original",
        ),
        F.SCORE: ("hubspot score", "lead score", "puntuación de hubspot"),
        F.AMOUNT: ("recent deal amount",),
        F.WON: ("became a customer date",),
    },
)  # fmt: skip

SALESFORCE_REPORT = Preset(
    name="salesforce_report",
    system="salesforce",
    telltales=(
        "lead owner", "company / account", "lead status", "propietario del candidato",
        "compañía / cuenta", "estado del candidato",
    ),
    headers={
        F.ID: ("lead id", "id de candidato"),
        F.OWNER: ("lead owner", "propietario del candidato"),
        F.FIRST_NAME: ("first name", "nombre"),
        F.LAST_NAME: ("last name", "apellidos"),
        F.COMPANY: ("company / account", "compañía / cuenta"),
        F.SOURCE: ("lead source", "origen del candidato"),
        F.STATUS: ("lead status", "estado del candidato"),
        F.RECEIVED: ("create date", "created date", "fecha de creación"),
        F.QUALIFIED: ("converted date", "fecha de conversión"),
        F.LAST_ACTIVITY: ("last activity", "última actividad"),
    },
)  # fmt: skip

SALESFORCE_DATA_LOADER = Preset(
    name="salesforce_data_loader",
    system="salesforce",
    telltales=("ownerid", "isconverted", "createddate", "systemmodstamp", "leadsource"),
    headers={
        F.ID: ("id",),
        F.OWNER: ("ownerid",),
        F.FIRST_NAME: ("firstname",),
        F.LAST_NAME: ("lastname",),
        F.SOURCE: ("leadsource",),
        F.RECEIVED: ("createddate",),
        F.QUALIFIED: ("converteddate",),
        F.FIRST_TOUCH: ("firstcalldatetime", "firstemaildatetime"),
        F.LAST_ACTIVITY: ("lastactivitydate",),
        F.PHONE: ("phone", "mobilephone"),
    },
)

PIPEDRIVE = Preset(
    name="pipedrive",
    system="pipedrive",
    telltales=(
        "lead - title", "lead - owner", "lead - lead created", "lead - source", "lead - id",
        "person - name", "person - email - work", "organization - name", "persona - nombre",
        "organización - nombre", "lead - título", "prospecto - título", "lead - propietario",
    ),
    headers={
        F.ID: ("lead - id", "lead - lead id"),
        F.TITLE: ("lead - title", "lead - título", "prospecto - título"),
        F.NAME: ("person - name", "persona - nombre"),
        F.COMPANY: ("organization - name", "organización - nombre"),
        F.EMAIL: (
            "person - email - work", "person - email", "person - email - home",
            "person - email - other", "persona - correo electrónico - trabajo",
            "persona - correo electrónico",
        ),
        F.PHONE: (
            "person - phone - work", "person - phone", "person - phone - mobile",
            "persona - teléfono - trabajo", "persona - teléfono",
        ),
        F.OWNER: ("lead - owner", "lead - propietario", "prospecto - propietario"),
        F.SOURCE: ("lead - source", "lead - source channel", "lead - fuente", "lead - origen"),
        F.RECEIVED: (
            "lead - lead created", "lead - created", "lead - lead creado",
            "prospecto - fecha de creación",
        ),
        F.AMOUNT: ("lead - value", "lead - valor"),
        F.LAST_ACTIVITY: ("lead - last activity date", "lead - fecha de la última actividad"),
    },
)  # fmt: skip

PRESETS = (HUBSPOT, SALESFORCE_REPORT, SALESFORCE_DATA_LOADER, PIPEDRIVE, GENERIC)
