// An authorization response in the form of a form (OAuth 2.0 Form Post Response Mode): back to the service.

document.forms[0].submit();
