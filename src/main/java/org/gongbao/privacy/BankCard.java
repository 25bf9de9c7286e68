package org.gongbao.privacy;

/** Checks bank card numbers (银行卡号): 16 to 19 digits with the check digit of ISO/IEC 7812-1 (Luhn). */
final class BankCard {

    private BankCard() {}

    static boolean isValid(String digits) {
        if (digits.length() < 16 || digits.length() > 19) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
