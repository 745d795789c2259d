package city.plaza.notification.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import city.plaza.notification.city.CitySettings;
import city.plaza.notification.notice.DueNotice;
import city.plaza.notification.notice.Subjects;
import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.Messages;
import city.plaza.platform.security.Seal;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes a notice out as a mail. Here alone a code is opened. */
@Component
class WriteMail {

	/** Control characters and all that begins a line. */
	private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

	private final SpringTemplateEngine templates;

	private final Subjects subjects;

	private final Seal seal;

	private final JsonMapper json;

	private final CitySettings city;

	private final String publicUrl;

	private final Clock clock;

	WriteMail(Messages messages, Subjects subjects, Seal seal, JsonMapper json, CitySettings city,
			@Value("${plaza.public-url}") String publicUrl, Clock clock) {
		this.templates = templates(messages);
		this.subjects = subjects;
		this.seal = seal;
		this.json = json;
		this.city = city;
		this.publicUrl = publicUrl;
		this.clock = clock;
	}

	Mail write(DueNotice notice) {
		Map<String, Object> parameters = this.json.readValue(notice.parameters(), new TypeReference<>() {
		});
		Language language = notice.language();
		String subject = oneLine(this.subjects.of(notice.template(), language, parameters));
		String city = this.city.name().in(language);
		Context context = new Context(language.locale());
		context.setVariable("p", parameters);
		context.setVariable("city", city);
		context.setVariable("publicUrl", this.publicUrl);
		context.setVariable("subject", subject);
		context.setVariable("givenName", notice.givenName());
		context.setVariable("format", new MailFormats(language, this.city.timeZone(), this.clock.instant()));
		if (notice.sealedCode() != null) {
			context.setVariable("code",
					this.seal.open(notice.sealedCode(), String.valueOf(parameters.get("verificationId"))));
		}
		String name = notice.template().code();
		String address = Objects.requireNonNull(notice.address(), "A mail without an address");
		return new Mail(notice.id(), city, address, subject, this.templates.process(name + ".txt", context),
				this.templates.process(name + ".html", context));
	}

	/** What comes from outside must not begin a header of its own. */
	private static String oneLine(String subject) {
		return BREAKS.matcher(subject).replaceAll(" ");
	}

	private static SpringTemplateEngine templates(Messages messages) {
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateEngineMessageSource(messages);
		engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
		engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
		return engine;
	}

	private static ClassLoaderTemplateResolver resolver(String pattern, TemplateMode mode) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(WriteMail.class.getClassLoader());
		resolver.setPrefix("templates/mail/");
		resolver.getResolvablePatternSpec().addPattern(pattern);
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding("UTF-8");
		return resolver;
	}

}
