package city.plaza.billing.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.money.Money;

/**
 * What a resident asks to pay, not yet checked against the bills.
 *
 * @param lines one a bill
 */
record PaymentOrder(List<Line> lines) {

	record Line(BillNumber billNumber, Money amount) {
	}

	List<BillNumber> billNumbers() {
		return this.lines.stream().map(Line::billNumber).toList();
	}

	/** The same for the same request, in whatever order its lines came. */
	byte[] hash() {
		MessageDigest digest = sha256();
		this.lines.stream().sorted(Comparator.comparing((Line line) -> line.billNumber().value())).forEach((line) -> {
			String text = line.billNumber().value() + '\n' + line.amount().amount() + '\n' + line.amount().currency()
					+ '\n';
			digest.update(text.getBytes(StandardCharsets.UTF_8));
		});
		return digest.digest();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
