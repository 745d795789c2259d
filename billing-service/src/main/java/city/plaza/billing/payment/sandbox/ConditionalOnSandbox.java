package city.plaza.billing.payment.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Where another provider is chosen nothing of the sandbox exists. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "plaza.billing.payment.provider", havingValue = SandboxProvider.NAME)
@interface ConditionalOnSandbox {

}
