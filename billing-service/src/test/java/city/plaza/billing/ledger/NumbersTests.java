package city.plaza.billing.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import city.plaza.billing.customer.AccountNumber;
import city.plaza.billing.customer.CustomerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What names bills, customers and entries. */
class NumbersTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@ParameterizedTest
	@ValueSource(strings = { "62825", "B-1 .x", "\u00DC1", "\uD83D\uDE00", "a/b?c=d&e", "\"'<>", "=1+1" })
	void anyVisibleTextNamesABillAndACustomer(String number) {
		assertThat(new BillNumber(number)).hasToString(number);
		assertThat(new CustomerNumber(number)).hasToString(number);
		String json = JSON.writeValueAsString(number);
		assertThat(JSON.writeValueAsString(new BillNumber(number))).isEqualTo(json);
		assertThat(JSON.readValue(json, BillNumber.class)).isEqualTo(new BillNumber(number));
		assertThat(JSON.readValue(json, CustomerNumber.class)).isEqualTo(new CustomerNumber(number));
		assertThat(JSON.writeValueAsString(new AccountNumber(number))).isEqualTo(json);
		assertThat(JSON.writeValueAsString(new BillTypeCode(number))).isEqualTo(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\u0000", "1\n2", "1\r", "\t1", "1\u007F", "1\u0085", "\u009F" })
	void nothingAndControlCharactersNameNone(String number) {
		assertThatIllegalArgumentException().isThrownBy(() -> new BillNumber(number));
		assertThatIllegalArgumentException().isThrownBy(() -> new CustomerNumber(number));
		assertThatIllegalArgumentException().isThrownBy(() -> new AccountNumber(number));
		assertThatIllegalArgumentException().isThrownBy(() -> new BillTypeCode(number));
		String json = JSON.writeValueAsString(number);
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> JSON.readValue(json, BillNumber.class));
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> JSON.readValue(json, CustomerNumber.class));
	}

	@Test
	void numbersThatLookAlikeAreNotTheSame() {
		assertThat(Stream.of("A1", "a1", "A1 ", "A-1", "\u0410" + "1", "A01").map(BillNumber::new).distinct())
			.hasSize(6);
	}

	@ParameterizedTest
	@EnumSource
	void everyKindOfEntryIsReadBackFromItsCode(EntryKind kind) {
		assertThat(EntryKind.of(kind.code())).contains(kind);
		assertThat(kind.code()).matches("[a-z]+");
		assertThat(JSON.readValue(JSON.writeValueAsString(kind), EntryKind.class)).isEqualTo(kind);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Posting", "POSTING", "posting ", "postings", "PENALT\u0130", "wa\u0131ver" })
	void noOtherTextIsAKindOfEntry(String code) {
		assertThat(EntryKind.of(code)).isEqualTo(Optional.empty());
	}

	@Test
	void chargesStandByTheirLineHoweverTheyCome() {
		Bill bill = bill(charge(3), charge(1), charge(2));
		assertThat(bill.charges()).extracting(Bill.Charge::line).containsExactly(1, 2, 3);
		assertThat(bill).isEqualTo(bill(charge(2), charge(3), charge(1)));
		assertThat(bill).isNotEqualTo(bill(charge(1), charge(2)));
	}

	@ParameterizedTest(name = "{0} of {1} takes off {2}")
	@CsvSource({ "WAIVER, -500, 500", "FEE, 500, -500", "ADJUSTMENT, -1, 1", "REVERSAL, 10000, -10000",
			"ADJUSTMENT, 0, 0" })
	void whatAnAdjustmentAddsItsEntryTakesOffLess(EntryKind kind, long adds, long takesOff) {
		assertThat(adjustment(kind, adds).toEntry(null).amount()).isEqualTo(LedgerHistory.usd(takesOff));
	}

	@Test
	void aReversalCarriesTheWebPaymentOfItsPosting() {
		PaymentReference payment = new PaymentReference("PLZ-7K4M-92QX");
		Entry posting = Entry.posting("P1", payment, LedgerHistory.BILL, LedgerHistory.FIRST, LedgerHistory.usd(5));
		Entry reversal = adjustment(EntryKind.REVERSAL, 5).toEntry(posting);
		assertThat(reversal.paymentReference()).isEqualTo(payment);
		assertThat(reversal.amount().plus(posting.amount())).isEqualTo(LedgerHistory.usd(0));
		assertThat(adjustment(EntryKind.FEE, 5).toEntry(null).paymentReference()).isNull();
	}

	private static NewAdjustment adjustment(EntryKind kind, long cents) {
		return new NewAdjustment("A1", kind, LedgerHistory.BILL, LedgerHistory.FIRST, LedgerHistory.usd(cents),
				(kind == EntryKind.REVERSAL) ? "P1" : null, "as agreed");
	}

	private static Bill bill(Bill.Charge... charges) {
		return new Bill(LedgerHistory.BILL, new CustomerNumber("100234"), new BillTypeCode("CLAIMS"), 2021,
				LedgerHistory.FIRST, LedgerHistory.FIRST.plusDays(30), "USD", List.of(charges));
	}

	private static Bill.Charge charge(int line) {
		return new Bill.Charge(line, "Line " + line, line * 100L);
	}

}
