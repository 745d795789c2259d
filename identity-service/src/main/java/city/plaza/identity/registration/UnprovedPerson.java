package city.plaza.identity.registration;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.method.ProviderSubject;
import city.plaza.platform.messages.Language;

/**
 * Who came from a provider that does not vouch for an email address.
 *
 * @param person at the provider
 * @param email not yet proved
 * @param givenName to greet by
 * @param familyName to greet by
 * @param language of mails
 */
record UnprovedPerson(ProviderSubject person, EmailAddress email, PersonName givenName, PersonName familyName,
		Language language) {
}
